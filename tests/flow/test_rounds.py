"""From one version of a report to the next, as officers and reviewers see it."""

import io
import json

import docx
import pytest
from docx.oxml.ns import qn

from service.flow.standing import read_board, status_object
from service.flow.waivers import Waivers
from service.flow.workspaces import rulebook_of
from service.settings import load
from service.words import words
from tests.flow import files

UNIT = "hai-phong.kien-thuy"
CITED = (
    "Thực hiện Chương trình hành động số 76-CTr/TU của Ban Thường vụ Thành ủy và Nghị quyết số 45-NQ/TW ngày 24/01/2019"
    " của Bộ Chính trị về xây dựng và phát triển thành phố Hải Phòng."
)


@pytest.fixture
def mended(tmp_path):
    """The district's report with two documents cited that it lacked."""
    document = docx.Document(files.DISTRICT)
    at = next(each for each in document.paragraphs if "29-NQ/TW" in each.text)
    at.insert_paragraph_before(CITED)
    path = tmp_path / "mended.docx"
    document.save(path)
    return path


def results(office):
    """The results in the outbox, in the order in which the files came."""
    paths = [one.outputs[-1] for one in office.ledger()]
    return [json.loads((office.outbox / path).read_text("utf-8")) for path in paths]


def sheet(office, number):
    """The words of the gap report of a submission."""
    path = next(path for path in office.ledger()[number].outputs if path.endswith("phieu-ra-soat.docx"))
    document = docx.Document(io.BytesIO((office.outbox / path).read_bytes()))
    return "\n".join(element.text or "" for element in document.element.body.iter() if element.tag.endswith("}t"))


def status(office):
    settings = load(office.root)
    board = read_board(settings, rulebook_of(settings))
    return next(row for row in status_object(board, words("vi"))["units"] if row["id"] == UNIT)


def test_the_next_version_under_another_name_is_compared_with_the_one_before(office, mended):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    office.drop(mended, "BC Kiến Thụy (sửa lần 2).docx")
    office.run()
    first, second = results(office)
    assert (first["comparison"]["round"], first["comparison"]["against"]) == (1, None)
    compared = second["comparison"]
    assert (compared["round"], compared["against"]["file"]) == (2, "BC Kiến Thụy.docx")
    assert [each["authority"] for each in compared["fixed"]] == ["ctr76", "nq45"]
    assert compared["counts"] == {"new": 0, "still_open": 5, "changed": 0, "fixed": 2}
    before = {each["fingerprint"] for each in first["findings"]}
    assert {each["fingerprint"] for each in second["findings"]} < before
    assert "So với bản trước (lần 1, tệp BC Kiến Thụy.docx" in sheet(office, 1)
    assert len({path for one in office.ledger() for path in one.outputs}) == 6
    row = status(office)
    assert (row["round"], row["file"]) == (2, "BC Kiến Thụy (sửa lần 2).docx")
    assert row["comparison"]["counts"]["fixed"] == 2


def test_our_own_annotated_copy_dropped_back_has_changed_nothing(office):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    copy = next(path for path in office.ledger()[0].outputs if path.endswith("ban-ghi-chu.docx"))
    office.drop(office.outbox / copy)
    office.run()
    first, second = results(office)
    assert second["comparison"]["unchanged"]
    assert second["comparison"]["sameness"] == "words"
    assert [each["code"] for each in second["findings"]] == [each["code"] for each in first["findings"]]
    assert "Bản này chưa sửa gì so với bản đã gửi (lần 1, tệp BC Kiến Thụy.docx" in sheet(office, 1)


def test_an_annotated_copy_that_was_edited_is_the_next_version(office, tmp_path):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    copy = next(path for path in office.ledger()[0].outputs if path.endswith("ban-ghi-chu.docx"))
    document = docx.Document(office.outbox / copy)
    next(each for each in document.paragraphs if "29-NQ/TW" in each.text).insert_paragraph_before(CITED)
    document.save(tmp_path / "ban-ghi-chu.docx")
    office.drop(tmp_path / "ban-ghi-chu.docx")
    office.run()
    second = results(office)[1]
    assert [each["authority"] for each in second["comparison"]["fixed"]] == ["ctr76", "nq45"]
    assert "document.comments" not in {each["code"] for each in second["findings"]}


def test_the_same_bytes_again_are_no_new_version(office, mended):
    for source, name in ((files.DISTRICT, "BC Kiến Thụy.docx"), (mended, "BC 2.docx"), (mended, "BC 2 chép.docx")):
        office.drop(source, name)
        office.run()
    assert results(office)[2]["comparison"]["repeats"]["file"] == "BC 2.docx"
    assert "giống hệt tệp đã gửi (lần 2" in sheet(office, 2)
    assert (status(office)["file"], status(office)["round"]) == ("BC 2.docx", 2)


def test_an_earlier_version_that_is_sent_again_is_the_units_again(office, mended):
    for source, name in ((files.DISTRICT, "A.docx"), (mended, "B.docx"), (files.DISTRICT, "A quay lại.docx")):
        office.drop(source, name)
        office.run()
    back = results(office)[2]["comparison"]
    assert (back["round"], back["repeats"], back["returns"]["file"], back["against"]["file"]) == (
        3, None, "A.docx", "B.docx",
    )  # fmt: skip
    assert (back["counts"]["new"], back["counts"]["fixed"]) == (2, 0)
    assert "Trở lại bản lần 1" in sheet(office, 2)
    assert (status(office)["file"], status(office)["round"]) == ("A quay lại.docx", 3)
    assert "Trở lại bản lần 1" in (office.outbox / "index.html").read_text("utf-8") + "".join(
        page.read_text("utf-8") for page in office.outbox.rglob("*.html")
    )


def test_a_first_version_says_nothing_of_others(office):
    office.drop(files.DISTRICT)
    office.run()
    assert "So với bản trước" not in sheet(office, 0)
    assert results(office)[0]["comparison"]["counts"] is None


def lay(office, text):
    (office.root / "mien-tru.yaml").write_text(text, "utf-8")


def entry(finding, **more):
    rows = {"unit": UNIT, "finding": finding, "reason": "Đã nêu ở phụ lục", "by": "Bà Hoa"} | more
    return "- " + "\n  ".join(f"{name}: {value}" for name, value in rows.items()) + "\n"


def finding(office, authority):
    return next(each["id"] for each in results(office)[-1]["findings"] if each["authority"] == authority)


def test_a_finding_that_the_office_s_file_accepts_is_asked_of_nobody(office):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    name, verdict = finding(office, "nq45"), results(office)[0]["verdict"]
    lay(office, entry(name))
    office.run()
    [result] = results(office)
    [accepted] = result["waivers"]["accepted"]
    assert (accepted["finding"], accepted["by"], accepted["reason"]) == (name, "Bà Hoa", "Đã nêu ở phụ lục")
    assert result["verdict"] == verdict
    assert "Đã chấp nhận: Đã nêu ở phụ lục (Bà Hoa)." in sheet(office, 0)
    assert [one["finding"] for one in status(office)["waivers"]["accepted"]] == [name]
    lay(office, "")
    office.run()
    assert results(office)[0]["waivers"]["accepted"] == []
    assert "Đã chấp nhận" not in sheet(office, 0)


def test_a_waiver_outlives_an_edit_elsewhere_and_lapses_when_its_finding_is_mended(office, mended):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    thin = next(each["id"] for each in results(office)[0]["findings"] if each["code"] == "goals.unquantified")
    lay(office, entry(thin) + entry(finding(office, "nq45")))
    office.drop(mended, "BC Kiến Thụy lần 2.docx")
    office.run()
    waivers = results(office)[1]["waivers"]
    assert [one["finding"] for one in waivers["accepted"]] == [thin]
    assert [one["lapse"] for one in waivers["lapsed"]] == ["gone"]


def test_a_waiver_whose_last_day_is_over_is_told_and_hides_nothing(office):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    lay(office, entry(finding(office, "nq45"), until="2020-01-01"))
    office.run()
    waivers = status(office)["waivers"]
    assert (waivers["accepted"], [one["lapse"] for one in waivers["lapsed"]]) == ([], ["expired"])


def test_a_waiver_that_nothing_changed_lays_nothing_again(office):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    lay(office, entry(finding(office, "nq45")))
    office.run()
    with office.tools() as means:
        waivers = Waivers(means)
        assert waivers.look().done == 0
        assert len(waivers.all) == 1


def test_a_mistake_in_the_file_of_waivers_is_told_and_what_it_said_still_holds(office):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    lay(office, entry(finding(office, "nq45")))
    with office.tools() as means:
        waivers = Waivers(means)
        waivers.look()
        lay(office, "- unit: x\n")
        assert waivers.look().troubles == []
        assert "mien-tru.yaml, dòng 1, cột 3" in waivers.notice
        assert len(waivers.all) == 1
    assert len(status(office)["waivers"]["accepted"]) == 1  # another process knows what held before, too
    with office.tools() as means:
        again = Waivers(means)
        again.look()
        assert len(again.all) == 1


def answered(office, tmp_path, author, text):
    """Our annotated copy with a comment that stands beside ours on a document that isn't cited."""
    copy = next(path for path in office.ledger()[0].outputs if path.endswith("ban-ghi-chu.docx"))
    document = docx.Document(office.outbox / copy)
    comments = document.part._comments_part.element
    ours = next(each for each in comments if finding(office, "nq45") in "".join(each.itertext()))
    reply = document.add_comment(document.paragraphs[0].runs or document.paragraphs[0].add_run(), text, author, "H")
    ours.addnext(reply._comment_elm)
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        places = {each.get(qn("w:id")): each for each in document.element.body.iter(qn(f"w:{tag}"))}
        ends = [places[ident] for ident in (ours.get(qn("w:id")), str(reply.comment_id))]
        above, below = [each.getparent() for each in ends] if tag == "commentReference" else ends
        above.addnext(below)
    document.save(tmp_path / "ban-ghi-chu.docx")
    return tmp_path / "ban-ghi-chu.docx"


@pytest.mark.parametrize(("author", "counted"), [("Nguyễn Thị Hoa", 1), ("Trần Văn Nam", 0)])
def test_a_reply_to_our_comment_accepts_if_a_reviewer_wrote_it_and_is_a_proposal_otherwise(
    office, tmp_path, author, counted
):
    office.set(reviewers='["nguyễn thị hoa"]')
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    name = finding(office, "nq45")
    office.drop(answered(office, tmp_path, author, f"Chấp nhận {name}: đã báo cáo riêng"))
    office.run()
    second = results(office)[1]
    waivers = second["waivers"]
    assert (len(waivers["accepted"]), len(waivers["proposals"])) == (counted, 1 - counted)
    [one] = waivers["accepted"] + waivers["proposals"]
    assert (one["finding"], one["by"], one["reason"]) == (name, author, "đã báo cáo riêng")
    assert (one["origin"], one["place"]) == ("reply", "ban-ghi-chu.docx")
    assert "document.comments" not in {each["code"] for each in second["findings"]}
    copy = next(path for path in office.ledger()[1].outputs if path.endswith("ban-ghi-chu.docx"))
    ids = [each.comment_id for each in docx.Document(office.outbox / copy).comments]
    assert len(ids) == len(set(ids))


def test_a_reply_that_was_taken_back_does_not_come_back_with_the_next_copy(office, tmp_path):
    office.set(reviewers='["Bà Hoa"]')
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    copy = answered(office, tmp_path, "Bà Hoa", f"Chấp nhận {finding(office, 'nq45')}: đã báo cáo riêng")
    office.drop(copy)
    office.run()
    with office.tools() as means:
        means.ledger.withdraw(1, "Ông Bình", "2020-07-01T08:00:00+07:00")
    office.drop(copy, "ban-ghi-chu (2).docx")
    office.run()
    assert status(office)["waivers"]["accepted"] == []
