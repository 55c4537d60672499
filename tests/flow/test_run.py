"""What lies in the inbox is taken, judged and answered; once; and nothing that goes wrong loses a file."""

import json
import os
import threading

import pytest

from service.errors import RuleError, WorkspaceError
from service.flow.answering import answer_open
from service.flow.intake import Intake
from service.flow.service import serve
from service.inbox import scan
from service.inbox.lock import only_instance
from tests.flow import files

TAN_TRAO = "hai-phong/kien-thuy/tan-trao"


def test_every_file_gets_its_row_its_answer_and_its_place(office):
    office.drop(files.GOOD, "Báo cáo xã Tân Trào.docx")
    office.drop(files.GAPPY)
    office.drop(files.PDF)
    office.drop(files.WRONG_KIND)
    office.run()
    verdicts = {each.claim.name: each.examination.verdict for each in office.ledger()}
    assert verdicts == {
        "Báo cáo xã Tân Trào.docx": "complete",
        files.GAPPY.name: "gaps",
        files.WRONG_KIND.name: "wrong_kind",
        files.PDF.name: "unreadable",
    }
    assert set(office.outputs()) == {
        "index.html",
        f"{TAN_TRAO}/01-bao-cao-xa-tan-trao/phieu-ra-soat.docx",
        f"{TAN_TRAO}/01-bao-cao-xa-tan-trao/result.json",
        "hai-phong/ngo-quyen/lach-tray/01-d-phuong-lach-tray-manual-tracked-comments/ban-ghi-chu.docx",
        "hai-phong/ngo-quyen/lach-tray/01-d-phuong-lach-tray-manual-tracked-comments/phieu-ra-soat.docx",
        "hai-phong/ngo-quyen/lach-tray/01-d-phuong-lach-tray-manual-tracked-comments/result.json",
        "chua-xac-dinh/01-bc-that-la-pdf/phieu-ra-soat.docx",
        "chua-xac-dinh/01-bc-that-la-pdf/result.json",
        "chua-xac-dinh/02-d-cao-dang-ky-nghe-hai-tan-manual/ban-ghi-chu.docx",
        "chua-xac-dinh/02-d-cao-dang-ky-nghe-hai-tan-manual/phieu-ra-soat.docx",
        "chua-xac-dinh/02-d-cao-dang-ky-nghe-hai-tan-manual/result.json",
    }
    assert sorted(path.name for path in office.inbox.iterdir()) == ["da-nhan"]
    assert len(list((office.inbox / "da-nhan").iterdir())) == 4
    page = office.outputs()["index.html"].decode()
    assert all(name in page for name in (files.WRONG_KIND.name, files.PDF.name))  # nobody's: the first page lists them
    assert "Báo cáo xã Tân Trào.docx" in office.page(TAN_TRAO)


def test_the_stored_answer_is_the_object_of_the_contract(office):
    office.drop(files.GOOD)
    office.run()
    [stored] = [data for path, data in office.outputs().items() if path.endswith("result.json")]
    answer = json.loads(stored)
    assert (answer["schema"], answer["file"]["name"], answer["unit"]["id"]) == (
        1,
        files.GOOD.name,
        "hai-phong.kien-thuy.tan-trao",
    )


def test_of_two_versions_that_lie_there_at_once_the_later_one_speaks(office):
    office.drop(files.GOOD, "BC (sửa lần 2).docx")
    office.drop(files.GAPPY, "BC.docx")
    os.utime(office.drop(files.PDF, "b.docx"), (1, 1))
    office.drop(files.WRONG_KIND, "a.docx")
    office.run()
    taken = [each.claim.name for each in office.ledger()]
    assert taken.index("BC.docx") < taken.index("BC (sửa lần 2).docx")
    assert taken.index("b.docx") < taken.index("a.docx")


def test_running_again_changes_no_byte(office):
    office.drop(files.GOOD)
    office.drop(files.PDF)
    office.run()
    before, rows = office.outputs(), office.ledger()
    office.run()
    assert (office.outputs(), office.ledger()) == (before, rows)


def test_a_file_that_is_sent_again_is_a_second_version(office):
    office.drop(files.GOOD, "bc.docx")
    office.run()
    office.drop(files.GOOD_AGAIN, "bc.docx")
    office.run()
    folders = {path.rsplit("/", 1)[0] for path in office.outputs() if path.startswith(TAN_TRAO)}
    assert folders == {f"{TAN_TRAO}/01-bc", f"{TAN_TRAO}/02-bc"}
    assert sorted(path.name for path in (office.inbox / "da-nhan").iterdir()) == ["bc (2).docx", "bc.docx"]


def test_the_same_file_once_more_is_nothing_new(office):
    office.drop(files.GOOD)
    office.run()
    office.drop(files.GOOD)
    office.run()
    assert len(office.ledger()) == 1


def test_the_same_content_under_another_name_is_a_submission_of_its_own(office):
    office.drop(files.GOOD, "một.docx")
    office.drop(files.GOOD, "hai.docx")
    office.run()
    assert len({each.claim.sha256 for each in office.ledger()}) == 1
    folders = {path.rsplit("/", 1)[0] for path in office.outputs() if path.startswith(TAN_TRAO)}
    assert folders == {f"{TAN_TRAO}/01-mot", f"{TAN_TRAO}/02-hai"}


def test_a_folder_of_the_inbox_tells_the_unit(office):
    office.drop(files.PDF, folder="hai-phong/le-chan")
    office.run()
    assert (office.inbox / "da-nhan" / "hai-phong" / "le-chan" / files.PDF.name).is_file()


def test_an_empty_inbox_is_answered_with_an_empty_dashboard(office):
    office.run()
    assert set(office.outputs()) == {"index.html"}


def test_a_missing_inbox_of_the_workspace_is_made_again(office):
    office.inbox.rmdir()
    office.run()
    assert office.inbox.is_dir()


def test_an_inbox_elsewhere_that_is_away_is_not_made(office, tmp_path):
    office.set(inbox=f"'{tmp_path / 'ổ mạng' / 'inbox'}'")
    with pytest.raises(WorkspaceError) as caught:
        office.run()
    assert caught.value.key == "inbox.unreachable"
    assert not (tmp_path / "ổ mạng").exists()


def test_what_was_claimed_before_a_crash_is_answered_by_the_next_run(office):
    office.drop(files.GOOD)
    with office.tools() as means:
        intake = Intake(means)
        intake.look(0)
        assert intake.look(1).done == 1
    assert office.ledger()[0].examination is None
    office.run()
    assert office.ledger()[0].examination.verdict == "complete"


def test_what_was_answered_before_a_crash_is_published_by_the_next_run(office):
    office.drop(files.GOOD)
    with office.tools() as means:
        intake = Intake(means)
        intake.look(0)
        intake.look(1)
        answer_open(means, lambda: False)
    assert office.outputs() == {}
    office.run()
    assert any(path.endswith("result.json") for path in office.outputs())
    assert office.ledger()[0].published


def test_an_outbox_that_cannot_be_written_loses_nothing(office):
    office.drop(files.GOOD)
    office.outbox.rmdir()
    office.outbox.write_bytes(b"a file where a folder should be")
    with pytest.raises(WorkspaceError) as caught:
        office.run()
    assert (caught.value.key, caught.value.exit_code) == ("outbox.unwritable", 4)
    assert office.ledger()[0].examination is not None
    office.outbox.unlink()
    office.run()
    assert f"{TAN_TRAO}/01-d-xa-tan-trao-styles/result.json" in office.outputs()


def test_one_folder_that_cannot_be_written_keeps_no_other_answer_back(office):
    office.drop(files.GOOD)
    office.drop(files.PDF)
    (office.outbox / "hai-phong").write_bytes(b"")
    with pytest.raises(WorkspaceError):
        office.run()
    assert "chua-xac-dinh/01-bc-that-la-pdf/result.json" in office.outputs()
    assert "index.html" in office.outputs()
    (office.outbox / "hai-phong").unlink()
    office.run()
    assert f"{TAN_TRAO}/01-d-xa-tan-trao-styles/result.json" in office.outputs()


def test_the_built_in_template_stands_in_for_one_that_is_broken_and_that_is_told_once(office):
    office.drop(files.GOOD)
    office.drop(files.DISTRICT)
    template = office.root / "templates" / "phieu-ra-soat.docx"
    template.write_bytes(b"PK")
    office.run()
    assert f"{TAN_TRAO}/01-d-xa-tan-trao-styles/phieu-ra-soat.docx" in office.outputs()
    [told] = [line for line in office.told if "phieu-ra-soat.docx" in line]
    assert "mẫu có sẵn" in told
    assert template.read_bytes() == b"PK"


def test_a_template_of_an_earlier_version_that_asks_for_what_is_gone_fails_no_run(office):
    office.drop(files.GOOD)
    page = office.root / "templates" / "bang-theo-doi.html"
    page.write_text("{{ what_was_there_once }}", "utf-8")
    office.run()
    assert "what_was_there_once" not in (office.outbox / "index.html").read_text("utf-8")
    assert "what_was_there_once" in " ".join(office.told)


def test_a_broken_rule_is_told_with_its_line_before_anything_is_taken(office):
    office.drop(files.GOOD)
    file = office.root / "rules" / "kinds.yaml"
    file.write_text(file.read_text("utf-8") + "kinsd: []\n", "utf-8")
    with pytest.raises(RuleError) as caught:
        office.run()
    assert caught.value.values["file"] == "kinds.yaml"
    assert caught.value.values["line"] == len(file.read_text("utf-8").splitlines())
    assert [path.name for path in office.inbox.iterdir()] == [files.GOOD.name]


def test_a_second_instance_is_refused(office):
    with office.tools() as means, only_instance(means.settings.state):
        pass
    with office.tools() as means:
        held = threading.Event()
        done = threading.Event()

        def hold():
            with only_instance(means.settings.state):
                held.set()
                done.wait(30)

        other = threading.Thread(target=hold)
        other.start()
        held.wait(30)
        with pytest.raises(WorkspaceError) as caught:
            serve(means, once=True)
        done.set()
        other.join()
    assert (caught.value.key, caught.value.exit_code) == ("workspace.in_use", 4)


def test_a_folder_that_cannot_be_looked_into_is_told_and_shown(office, monkeypatch):
    (office.inbox / "khóa").mkdir()
    sound = scan._Walk.list

    def refuse(walk, path, folder):
        if path.name == "khóa":
            raise PermissionError
        sound(walk, path, folder)

    monkeypatch.setattr(scan._Walk, "list", refuse)
    office.drop(files.PDF)
    office.run()
    assert len([sentence for sentence in office.told if "khóa" in sentence]) == 1
    assert "không xem được thư mục này" in office.outputs()["index.html"].decode()


def test_progress_is_told_file_by_file(office):
    office.drop(files.GOOD, folder="tổ 1")
    office.run()
    assert office.told == [
        f"Đã nhận: tổ 1/{files.GOOD.name}",
        f"Đã xem xét: {files.GOOD.name} | Hội Khuyến học xã Tân Trào | đủ bốn phần",
    ]
