"""A message is plain text with safe headers, whatever names it has to carry."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import RuleError, WorkspaceError
from service.mail import Enclosure, message, password
from service.model.notice import is_address
from service.rules.addresses import read_addresses


def made(subject="Phiếu", text="Nội dung", **more):
    moment = datetime(2020, 7, 6, tzinfo=UTC)
    letter = message(
        sender="a@hkh.example",
        to=["b@hkh.example"],
        subject=subject,
        text=text,
        mark="tongket-1-aa",
        moment=moment,
        **more,
    )
    return message_from_bytes(letter.as_bytes(), policy=default)


@given(st.text(alphabet=st.characters()), st.text(alphabet=st.characters()))
def test_no_name_can_add_a_header_or_a_recipient(subject, text):
    read = made(f"Phiếu {subject}", text)
    assert read["To"] == "b@hkh.example"
    assert sorted(read.keys()) == sorted(made().keys())


def test_a_line_end_in_the_subject_is_a_space():
    assert made("Hội\r\nBcc: x@y.example\r\n\r\nabc")["Subject"] == "Hội Bcc: x@y.example abc"


def test_files_go_with_it_and_the_same_notice_has_the_same_id():
    read = made(enclosed=[Enclosure("phieu-ra-soat.docx", b"PK")])
    [file] = read.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("phieu-ra-soat.docx", b"PK")
    assert read["Message-ID"] == "<tongket-1-aa@hkh.example>"
    assert read["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("good", ["a@b.vn", "hkh.le-chan+1@coquan.gov.vn"])
def test_an_address_is_an_address(good):
    assert is_address(good)


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "a",
        "a@b",
        "@b.vn",
        "a@.vn",
        "a b@c.vn",
        "a@b.vn\nBcc: x@y.vn",
        "<a@b.vn>",
        "a@b.vn,c@d.vn",
        "a@@b.vn",
        "ă@b.vn",
    ],
)
def test_anything_else_is_none(bad):
    assert not is_address(bad)


def test_addresses_stand_line_by_line_and_a_mistake_is_told_with_its_place():
    units = {"hp", "hp.le-chan"}
    assert read_addresses("x.yaml", "hp: a@b.vn, c@d.vn\nhp.le-chan: [e@f.vn]\n", units) == {
        "hp": ("a@b.vn", "c@d.vn"),
        "hp.le-chan": ("e@f.vn",),
    }
    assert read_addresses("x.yaml", "# chưa có\n", units) == {}
    for text, key in (("hp: a b\n", "bad"), ("\nha-noi: a@b.vn\n", "unit"), ("- a@b.vn\n", "shape")):
        with pytest.raises(RuleError) as caught:
            read_addresses("x.yaml", text, units)
        assert caught.value.key == f"mail.addresses_{key}"
        assert caught.value.values["line"] == (2 if key == "unit" else 1)


def test_the_environment_comes_before_the_file(tmp_path, monkeypatch):
    file = tmp_path / "mat-khau.txt"
    file.write_text("trong tep\r\n", "utf-8")
    file.chmod(0o600)
    assert password("TONGKET_TEST", file) == "trong tep"
    monkeypatch.setenv("TONGKET_TEST", "trong bien")
    assert password("TONGKET_TEST", file) == "trong bien"


def test_a_password_that_others_can_read_is_refused_on_posix_alone(tmp_path, monkeypatch):
    file = tmp_path / "mat-khau.txt"
    file.write_text("x", "utf-8")
    file.chmod(0o644)
    monkeypatch.setattr("service.mail.secret.os.name", "posix")
    with pytest.raises(WorkspaceError, match="password_open"):
        password("TONGKET_TEST", file)


@pytest.mark.parametrize(("content", "key"), [(None, "password_unreadable"), (b"", "password_missing")])
def test_no_password_is_told(tmp_path, content, key):
    file = tmp_path / "mat-khau.txt"
    if content is not None:
        file.write_bytes(content)
        file.chmod(0o600)
    with pytest.raises(WorkspaceError, match=key):
        password("TONGKET_TEST", file)
    with pytest.raises(WorkspaceError, match="password_missing"):
        password("TONGKET_TEST", None)
