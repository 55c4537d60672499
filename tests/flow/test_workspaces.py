"""A workspace is made whole, never overwritten, and its health is told point by point."""

import importlib
import re
import shutil
from datetime import date

import pytest

from service import office as libreoffice
from service.errors import WorkspaceError
from service.flow import doctoring
from service.flow.doctoring import Health, examine_health, share_kind
from service.flow.workspaces import make_workspace, rulebook_of, rules_of_workspace, waivers_of
from service.settings import load
from service.words import words


def test_what_lies_there_is_never_overwritten(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "kinds.yaml").write_text("của tôi", "utf-8")
    (tmp_path / "tongket.toml").write_text("", "utf-8")
    made, kept = make_workspace(tmp_path, words())
    assert {"rules/kinds.yaml", "tongket.toml"} == set(kept)
    assert "rules/units/hai-phong.yaml" in made
    assert (tmp_path / "rules" / "kinds.yaml").read_text("utf-8") == "của tôi"
    assert make_workspace(tmp_path, words())[0] == []


def test_a_place_where_nothing_can_be_made_is_told(tmp_path):
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises(WorkspaceError) as caught:
        make_workspace(tmp_path / "tệp" / "hội", words())
    assert caught.value.key == "cli.error.cannot_make"


def test_the_settings_give_each_level_its_last_day(office):
    office.set(district='"2020-06-30"')
    registry = rulebook_of(load(office.root)).registry
    assert str(registry.get("hai-phong.le-chan").deadline) == "2020-06-30"
    assert registry.get("hai-phong.le-chan.an-bien").deadline is None


def test_without_a_workspace_the_default_rules_hold(tmp_path, monkeypatch):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "eslint.yaml").write_text("nothing: of ours\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    rulebook, settings = rules_of_workspace(None, lambda _: "en")
    assert (rulebook.pack.id, rulebook.language, settings.language) == ("tong-ket", "en", "vi")


def test_the_present_folder_counts_where_it_is_a_workspace(office, monkeypatch):
    pack = office.root / "rules" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8").replace("id: tong-ket", "id: rieng"), "utf-8")
    monkeypatch.chdir(office.root)
    assert rules_of_workspace(None, lambda language: language)[0].pack.id == "rieng"


def test_a_folder_that_was_named_must_be_a_workspace(tmp_path):
    with pytest.raises(WorkspaceError) as caught:
        rules_of_workspace(tmp_path, lambda language: language)
    assert caught.value.key == "cli.error.no_workspace"


def trouble(office):
    return [point.sentence for point in examine_health(office.root, words()) if point.health is not Health.OK]


@pytest.fixture(autouse=True)
def with_office(monkeypatch):
    monkeypatch.setattr(libreoffice, "find", lambda: "/usr/bin/soffice")


def test_a_fresh_workspace_is_in_good_health(office):
    assert trouble(office) == []


def test_health_writes_nothing_that_stays(office):
    before = sorted(office.root.rglob("*"))
    list(examine_health(office.root, words()))
    assert sorted(office.root.rglob("*")) == before


def _lose_inbox(office):
    office.inbox.rmdir()


def _block_outbox(office):
    office.outbox.rmdir()
    office.outbox.write_bytes(b"")


def _break_rule(office):
    (office.root / "rules" / "kinds.yaml").write_text("kinds: [", "utf-8")


def _break_settings(office):
    (office.root / "tongket.toml").write_text("langage = 'vi'\n", "utf-8")


def _lose_template(office):
    (office.root / "templates" / "phieu-ra-soat.docx").unlink()


def _break_template(office):
    (office.root / "templates" / "bao-cao-tong-hop.docx").write_bytes(b"PK")


def _break_page(office):
    (office.root / "templates" / "bang-theo-doi-don-vi.html").write_text("{{ nothing }}", "utf-8")


def _break_ledger(office):
    (office.root / ".tongket").mkdir()
    (office.root / ".tongket" / "ledger.sqlite").write_bytes(b"no database" * 99)


def _leave_lock_file(office):
    (office.inbox / "~$bao cao.docx").write_bytes(b"")


def _lose_rules(office):
    shutil.rmtree(office.root / "rules")


@pytest.mark.parametrize(
    ("hurt", "sentence"),
    [
        (_lose_inbox, "Thiếu thư mục inbox"),
        (_block_outbox, "Thiếu thư mục outbox"),
        (_break_rule, "Tệp kinds.yaml, dòng "),
        (_break_settings, "tongket.toml:1:1"),
        (_lose_template, "Thiếu biểu mẫu phieu-ra-soat.docx"),
        (_break_template, "bao-cao-tong-hop.docx"),
        (_break_page, "bang-theo-doi-don-vi.html"),
        (_break_page, "có thể là bản chép của phiên bản trước"),
        (_break_ledger, "ledger.sqlite"),
        (_leave_lock_file, "Trong inbox có “~$bao cao.docx” không được nhận: tệp tạm của Word"),
        (_lose_rules, "chưa phải thư mục làm việc"),
    ],
)
def test_each_trouble_is_told_alone_with_what_to_do(office, hurt, sentence):
    hurt(office)
    [told] = trouble(office)
    assert sentence in told


def test_a_library_that_cannot_be_loaded_is_told(office, monkeypatch):
    def load_module(name):
        if name == "lxml.etree":
            raise ImportError("DLL load failed")
        return importlib.import_module(name)

    monkeypatch.setattr(doctoring, "import_module", load_module)
    assert any("Thư viện lxml không dùng được (DLL load failed)" in sentence for sentence in trouble(office))


def test_without_libreoffice_older_files_are_named(office, monkeypatch):
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    assert any(".doc" in sentence for sentence in trouble(office))


def test_a_share_is_told_by_its_kind(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text("//may/bc /mnt/ổ\\040mạng cifs rw 0 0\n/dev/sda1 / ext4 rw 0 0\n", "utf-8")
    root = type(tmp_path)("/mnt/ổ mạng/hội")
    assert share_kind(root / "inbox", mounts) == "cifs"
    assert share_kind(tmp_path, mounts) == ""
    assert share_kind(tmp_path, tmp_path / "none") == ""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_fresh_workspace_has_a_file_of_waivers_whose_example_works(tmp_path, language):
    make_workspace(tmp_path, words(language))
    file = tmp_path / "mien-tru.yaml"
    settings = load(tmp_path)
    rulebook = rulebook_of(settings)
    assert waivers_of(settings, rulebook) == ()
    file.write_text(re.sub(r"(?m)^#(?=- |  )", "", file.read_text("utf-8")), "utf-8")
    [waiver] = waivers_of(settings, rulebook)
    assert (waiver.unit, waiver.finding, waiver.until) == ("hai-phong.le-chan", "k7m2q4", date(2026, 12, 31))
    make_workspace(tmp_path, words(language))
    assert waivers_of(settings, rulebook) == (waiver,)
