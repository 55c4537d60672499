"""Several reports mailed as one .zip are several submissions; an archive that can't be opened is one refused file."""

import zipfile
from io import BytesIO

import pytest

from service.flow import intake
from service.flow.checking import check_files, files_of
from service.flow.standing import read_board, status_object
from service.inbox.staging import Originals
from service.ledger.sql import SqlLedger
from service.rules import load as load_rules
from service.settings import load
from service.words import words
from tests.flow import files

REPORT, GAPPY, PDF = files.GOOD.read_bytes(), files.GAPPY.read_bytes(), files.PDF.read_bytes()


def packed(*members):
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return whole.getvalue()


MAIL = packed(("xã Tân Trào/Báo cáo.docx", REPORT), ("Lạch Tray.docx", GAPPY), ("anh/quet.pdf", PDF))
TAKEN = {"mail.zip/xã Tân Trào/Báo cáo.docx", "mail.zip/Lạch Tray.docx", "mail.zip/anh/quet.pdf"}


def drop(office, data, name="mail.zip", folder=""):
    target = office.inbox / folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target


def places(office):
    return [f"{one.claim.folder}/{one.claim.name}".strip("/") for one in office.ledger()]


def test_every_file_in_an_archive_is_a_submission_of_its_own(office):
    drop(office, MAIL)
    office.run()
    answers = {one.claim.name: (one.examination.verdict, one.published) for one in office.ledger()}
    assert answers == {
        "Báo cáo.docx": ("complete", True),
        "Lạch Tray.docx": ("gaps", True),
        "quet.pdf": ("unreadable", True),
    }
    assert set(places(office)) == TAKEN
    assert [path.name for path in (office.inbox / "da-nhan").iterdir()] == ["mail.zip"]
    assert sorted(office.told[:3]) == sorted(f"Đã nhận: {place}" for place in TAKEN)


def test_the_archive_and_each_file_in_it_are_kept(office):
    drop(office, MAIL)
    office.run()
    kept = {path.read_bytes() for path in (office.root / ".tongket" / "originals").rglob("*") if path.is_file()}
    assert kept == {MAIL, REPORT, GAPPY, PDF}


def test_what_is_no_word_file_is_told_with_the_reason(office):
    drop(office, MAIL)
    office.run()
    board = read_board(load(office.root), load_rules(office.root / "rules"))
    [stray] = status_object(board, words("vi"))["unassigned"]
    assert (stray["file"], stray["findings"]) == ("mail.zip/anh/quet.pdf", ["file.not_word"])
    page = office.outputs()["index.html"].decode()
    assert "quet.pdf" in page
    assert "Đây là tệp PDF" in page


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_archive_once_more_is_nothing_new(office):
    doubled = packed(("a.docx", REPORT), ("A.docx", GAPPY), ("a.docx", PDF))
    for _ in range(2):
        drop(office, doubled)
        office.run()
    assert places(office) == ["mail.zip/a.docx", "mail.zip/A (2).docx", "mail.zip/a (3).docx"]


def test_an_archive_that_stays_in_the_inbox_is_taken_once_and_does_not_wait(office):
    office.set(release="false")
    drop(office, MAIL)
    office.run()
    office.run()
    assert len(office.ledger()) == 3
    assert read_board(load(office.root), load_rules(office.root / "rules")).waiting == ()


def locked(*members):
    """An archive whose last member is said to be encrypted."""
    data = bytearray(packed(*members))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rfind(signature) + at] |= 1
    return bytes(data)


def spoilt(*members):
    """An archive whose first member has a wrong byte."""
    data = bytearray(packed(*members))
    data[200] ^= 1
    return bytes(data)


REFUSED = [
    ("khoa.zip", locked(("a.docx", REPORT)), "file.encrypted", "Tệp nén (.zip) đặt mật khẩu nên không mở được."),
    (
        "hong.zip",
        spoilt(("a.docx", REPORT)),
        "file.corrupt",
        "Tệp nén (.zip) bị hỏng, không lấy được các tệp bên trong.",
    ),
    ("cut.zip", MAIL[:-60], "file.corrupt", "Tệp bị cắt mất phần cuối, không mở được."),
    ("rong.zip", packed(), "file.empty", "Tệp nén (.zip) không có tệp nào bên trong."),
    ("thu-muc.zip", packed(("a/", b"")), "file.empty", "Tệp nén (.zip) không có tệp nào bên trong."),
    ("lon.zip", packed(*((f"{n}.docx", b"x") for n in range(501))), "file.too_large", "Tệp nén (.zip) quá lớn"),
    ("anh.zip", packed(("a.jpg", b"\xff\xd8\xff")), "file.not_word", "Đây là tệp nén"),
    ("mail.docx", MAIL, "file.not_word", "Đây là tệp nén"),
]


@pytest.mark.parametrize(("name", "data", "code", "sentence"), REFUSED, ids=[each[0] for each in REFUSED])
def test_an_archive_that_cannot_be_unpacked_is_one_refused_file(office, name, data, code, sentence):
    drop(office, data, name)
    office.run()
    [one] = office.ledger()
    [finding] = one.examination.findings
    assert (one.claim.name, one.examination.file.format, finding.code) == (name, "zip", code)
    assert finding.message.startswith(sentence)
    assert checked(office.root / "rules", data, name, office.root) == [(name, [code])]


PACKED_ODDLY = bytearray(packed(("tot.docx", REPORT), ("la.docx", GAPPY)))
for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
    PACKED_ODDLY[PACKED_ODDLY.rfind(mark) + place] = 9  # Deflate64
WITH_ONE_BAD = [
    ("la.docx", bytes(PACKED_ODDLY), "file.corrupt", "Tệp được nén theo một cách mà hệ thống không đọc được."),
    (
        "khoa.docx",
        locked(("tot.docx", REPORT), ("khoa.docx", GAPPY)),
        "file.encrypted",
        "Tệp này đặt mật khẩu bên trong tệp nén (.zip) nên không mở được.",
    ),
    (
        "hong.docx",
        spoilt(("hong.docx", GAPPY), ("tot.docx", REPORT)),
        "file.corrupt",
        "Tệp này bị hỏng bên trong tệp nén (.zip), không lấy ra được.",
    ),
    (
        "phim.mp4",
        packed(("tot.docx", REPORT), ("phim.mp4", bytes(65 << 20))),
        "file.too_large",
        "Tệp này trong tệp nén (.zip) quá lớn, nên không được lấy ra.",
    ),
]


@pytest.mark.parametrize(("bad", "data", "code", "sentence"), WITH_ONE_BAD, ids=[each[0] for each in WITH_ONE_BAD])
def test_one_bad_file_in_an_archive_does_the_report_beside_it_no_harm(office, bad, data, code, sentence):
    drop(office, data)
    office.run()
    answers = {one.claim.name: one.examination for one in office.ledger()}
    assert (set(answers), answers["tot.docx"].verdict) == ({"tot.docx", bad}, "complete")
    [finding] = answers[bad].findings
    assert (answers[bad].file.format, finding.code, finding.message) == ("zip", code, sentence)
    found = dict(checked(office.root / "rules", data, "mail.zip", office.root))
    assert found[f"mail.zip/{bad}"] == [code]
    assert not any(each.startswith("file.") for each in found["mail.zip/tot.docx"])


def test_files_that_are_bad_for_different_reasons_are_told_one_by_one(office):
    data = bytearray(locked(("hong.docx", GAPPY), ("khoa.docx", REPORT)))
    data[200] ^= 1
    found = dict(checked(office.root / "rules", bytes(data), "mail.zip", office.root))
    assert found == {"mail.zip/hong.docx": ["file.corrupt"], "mail.zip/khoa.docx": ["file.encrypted"]}


def checked(rules, data, name, folder):
    path = folder / name
    path.write_bytes(data)
    found = check_files(files_of([path]), load_rules(rules), workers=1)
    return [(each.file.name, [finding.code for finding in each.findings]) for each in found]


def test_an_archive_named_to_check_stands_for_every_file_in_it(office, tmp_path):
    found = dict(checked(office.root / "rules", MAIL, "mail.zip", tmp_path))
    assert list(found) == ["mail.zip/xã Tân Trào/Báo cáo.docx", "mail.zip/Lạch Tray.docx", "mail.zip/anh/quet.pdf"]
    assert found["mail.zip/anh/quet.pdf"] == ["file.not_word"]


def test_a_word_file_that_is_called_an_archive_is_a_word_file(office, tmp_path):
    [(name, codes)] = checked(office.root / "rules", REPORT, "bc.zip", tmp_path)
    assert name == "bc.zip"
    assert not any(code.startswith("file.") for code in codes)


class Cut(BaseException):
    """The power goes."""


def cut_at(monkeypatch, number):
    """Let the power go at the n-th durable step, before it or after it."""
    steps = iter(range(number, -1, -1))

    def guarded(function):
        def step(*arguments, **named):
            if next(steps, None) == 0:
                raise Cut
            done = function(*arguments, **named)
            if next(steps, None) == 0:
                raise Cut
            return done

        return step

    for owner, name in ((Originals, "stage"), (Originals, "keep"), (SqlLedger, "claim"), (intake, "release")):
        monkeypatch.setattr(owner, name, guarded(getattr(owner, name)))
    return steps


def test_a_power_cut_at_any_step_loses_nothing_and_takes_nothing_twice(office, monkeypatch):
    drop(office, packed(("a.docx", PDF), ("b.docx", REPORT[:-100])))
    cuts = 0
    while True:
        with monkeypatch.context() as power, office.tools() as means:
            steps = cut_at(power, cuts)
            look = intake.Intake(means)
            look.look(0)
            try:
                look.look(1)
            except Cut:
                cuts += 1
            else:
                assert next(steps, None) is not None  # this time the power outlasted the work
                break
        claims = {one.claim.sha256 for one in office.ledger()}
        assert (office.inbox / "mail.zip").exists() or len(claims) == 2
        if not (office.inbox / "mail.zip").exists():
            (office.inbox / "da-nhan" / "mail.zip").rename(office.inbox / "mail.zip")
    assert cuts >= 10
    assert places(office) == ["mail.zip/a.docx", "mail.zip/b.docx"]
