"""Answers lie in folders that no other answer takes, and one report's trouble isn't everyone's."""

import pytest

from service.errors import WorkspaceError
from service.flow import publishing
from service.flow.intake import Intake
from service.flow.publishing import publish_answers, required_authorities
from service.model.examination import Examination, FileFacts, UnitMatch, Verdict
from service.model.submission import Claim, Submission

AN_BIEN = UnitMatch("hai-phong.le-chan.an-bien", "Hội Khuyến học phường An Biên", "commune", "letterhead")


@pytest.fixture
def settled(means):
    """Puts an answered claim into the ledger, without any file."""

    def settle(name, unit=AN_BIEN):
        number = len(means.ledger.submissions())
        claim = means.ledger.claim(Claim(f"{number:064x}", name, "", 1, "2020-06-01T08:00:00+07:00"))
        answer = Examination(FileFacts(name, f"{number:064x}", 1, "docx"), None, Verdict.UNREADABLE, unit)
        means.ledger.settle(claim.id, answer)
        return claim.id

    return settle


def folders(means):
    return [each.outputs[0].rpartition("/")[0] for each in means.ledger.submissions() if each.outputs]


def test_versions_of_a_unit_are_numbered_in_the_order_in_which_they_came(means, settled):
    for name in ("Báo cáo.docx", "Báo cáo.docx", "Bản cuối.doc"):
        settled(name)
    assert publish_answers(means).done == 3
    top = "hai-phong/le-chan/an-bien"
    assert folders(means) == [f"{top}/01-bao-cao", f"{top}/02-bao-cao", f"{top}/03-ban-cuoi"]


def test_a_stop_leaves_the_rest_for_the_next_run(means, settled):
    settled("a.docx")
    settled("b.docx")
    asked = iter([False, True])
    assert publish_answers(means, lambda: next(asked)).done == 1
    assert publish_answers(means).done == 1


def test_an_earlier_claim_that_is_answered_later_takes_no_other_ones_folder(means, settled):
    first = means.ledger.claim(Claim("f" * 64, "bc.docx", "", 1, "2020-06-01T08:00:00+07:00"))
    settled("bc.docx")
    publish_answers(means)
    answer = Examination(FileFacts("bc.docx", "f" * 64, 1, "docx"), None, Verdict.UNREADABLE, AN_BIEN)
    means.ledger.settle(first.id, answer)
    publish_answers(means)
    assert sorted(folder[-5:] for folder in folders(means)) == ["01-bc", "02-bc"]


def test_an_answer_that_is_given_afresh_stays_in_its_folder(means, settled):
    one = settled("bc.docx")
    settled("bc.docx")
    publish_answers(means)
    before = folders(means)
    answer = means.ledger.submission(one).examination
    means.ledger.reopen([one])
    means.ledger.settle(one, answer)
    publish_answers(means)
    assert folders(means) == before


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("..\\..\\etc\\passwd.docx", "01-etc-passwd"),
        ("CON.docx", "01-con"),
        ("báo cáo đại hội.v2.docx", "01-bao-cao-dai-hoi-v2"),
        ("....docx", "01-khong-ten"),
        ("a" * 200 + ".docx", "01-" + "a" * 48),
        ("không có đuôi", "01-khong-co-duoi"),
        ("tên\udce9.docx", "01-ten"),
    ],
)
def test_no_file_name_leads_out_of_its_folder(means, settled, name, folder):
    settled(name, unit=None)
    publish_answers(means)
    assert [each.rpartition("/")[0::2] for each in folders(means)] == [("chua-xac-dinh", folder)]


def test_a_report_that_no_gap_report_can_be_made_of_still_has_its_answer(means, settled, office, monkeypatch):
    sound = publishing.gap_report

    def stumble(templates, examination, *arguments, **named):
        if examination.file.name == "lạ.docx":
            raise ZeroDivisionError
        return sound(templates, examination, *arguments, **named)

    monkeypatch.setattr(publishing, "gap_report", stumble)
    settled("lạ.docx")
    settled("thường.docx")
    assert publish_answers(means).done == 2
    assert [len(each.outputs) for each in means.ledger.submissions()] == [1, 2]
    assert "Chưa dựng được phiếu rà soát cho lạ.docx (ZeroDivisionError: )" in office.told[0]


def test_the_pack_says_which_documents_must_be_cited(means):
    assert required_authorities(means.rulebook) == ("nq29", "kl49", "ct11", "ctr76", "nq45")


def test_nothing_to_publish_costs_no_reading_of_the_ledger(means, monkeypatch):
    monkeypatch.setattr(type(means.ledger), "submissions", None)
    assert publish_answers(means).done == 0


def test_files_that_cannot_be_taken_are_told_in_a_sentence_each(office, means, monkeypatch):
    office.drop(office.root / "tongket.toml", "bc.docx")
    intake = Intake(means)
    intake.look(0)

    def refuse(*_):
        raise WorkspaceError("inbox.no_permission", name="bc.docx", path="bc.docx")

    monkeypatch.setattr(means.originals, "stage", refuse)
    assert intake.look(1).done == 0
    assert not intake.moving
    assert intake.stuck()[0].startswith("Chưa nhận được tệp “bc.docx” vì không có quyền đọc.")
    assert [file.reason for file in intake.waiting(2)] == ["inbox.no_permission"]


def test_more_than_a_hundred_files_of_unknown_units_each_have_a_folder_of_their_own():
    laid = {number: (f"chua-xac-dinh/{number:02d}-bao-cao/result.json",) for number in range(1, 104)}
    claim = Claim("0" * 64, "bao cao.docx", "", 1, "2020-07-01T08:00:00+07:00", 999)
    assert publishing._folder(Submission(claim, None), None, laid) == "chua-xac-dinh/104-bao-cao"
