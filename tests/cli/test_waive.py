"""`tongket waive` as a reviewer types it."""

import json

import pytest

from tests.flow import files

UNIT = "hai-phong.kien-thuy"
SAID = ("--reason", "Đã nêu ở phụ lục", "--by", "Bà Hoa")


@pytest.fixture
def office(workspace, tongket):
    """A workspace in which one district has sent its report."""
    (workspace / "inbox" / "BC Kiến Thụy.docx").write_bytes(files.DISTRICT.read_bytes())
    tongket("run", workspace, "--once")
    return workspace


def state(office, tongket):
    units = json.loads(tongket("status", office, "--format", "json")[1])["units"]
    return next(row for row in units if row["id"] == UNIT)["waivers"]


def test_a_finding_is_accepted_listed_and_taken_back(office, tongket):
    [result] = office.glob("outbox/hai-phong/kien-thuy/*/result.json")
    nq45 = next(each["id"] for each in json.loads(result.read_text("utf-8"))["findings"] if each["authority"] == "nq45")
    code, said, _ = tongket("waive", "huyện Kiến Thụy", nq45, *SAID, "--until", "30/9/2099", "--workspace", office)
    assert (code, said.startswith(f"Đã chấp nhận (số 1) nhận xét {nq45}: ")) == (0, True)
    [accepted] = state(office, tongket)["accepted"]
    assert (accepted["finding"], accepted["until"], accepted["origin"]) == (nq45, "2099-09-30", "command")
    assert f"1  {nq45}  Đã nêu ở phụ lục (Bà Hoa, đến hết ngày 30/9/2099)" in tongket("waive", "list", office)[1]
    assert UNIT in json.loads(tongket("waive", "list", office, "--format", "json")[1])
    tongket("run", office, "--once")
    assert json.loads(result.read_text("utf-8"))["waivers"]["accepted"][0]["by"] == "Bà Hoa"
    assert "đã chấp nhận 1 điểm" in tongket("status", office)[1]
    assert tongket("waive", "remove", "1", "--by", "Ông Bình", "--workspace", office)[0] == 0
    assert state(office, tongket)["accepted"] == []
    assert "Chưa có nhận xét nào" in tongket("waive", "list", office)[1]
    assert tongket("waive", "remove", "7", "--by", "Ông Bình", "--workspace", office)[0] == 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("hai-phong.kien-thui", "k7m2q4", *SAID), "Gần giống: hai-phong.kien-thuy"),
        ((UNIT, "k2k2k2", *SAID), "không có nhận xét mang mã “k2k2k2”. Có: "),
        (("hai-phong.le-chan", "k7m2q4", *SAID), "chưa có nhận xét nào"),
        ((UNIT, "k7m2q4", *SAID, "--until", "mai"), "“mai” không phải là một ngày"),
        ((UNIT, "k7m2q4", *SAID, "--until", "2019-01-01"), "đã qua"),
        ((UNIT, "k7m2q4", "--reason", " ", "--by", "Bà Hoa"), "Hãy ghi rõ lý do"),
        ((UNIT, "k7m2q4", "--by", "Bà Hoa"), "--reason"),
    ],
)
def test_a_wrong_call_says_what_to_write(office, tongket, arguments, told):
    code, _, complaint = tongket("waive", *arguments, "--workspace", office)
    assert code == 2
    assert told in complaint


def test_doctor_and_status_tell_of_waivers_that_no_longer_hold(office, tongket):
    text = f"- {{unit: {UNIT}, finding: k2k2k2, reason: cũ, by: Bà Hoa}}\n"
    (office / "mien-tru.yaml").write_text(text, "utf-8")
    told = "Hội Khuyến học huyện Kiến Thụy: lần chấp nhận k2k2k2 không còn hiệu lực (nhận xét không còn nữa)"
    assert told in tongket("doctor", office)[1]
    assert told in tongket("status", office)[1]
    (office / "mien-tru.yaml").write_text("- unit: x\n", "utf-8")
    code, said, _ = tongket("doctor", office)
    assert (code, "mien-tru.yaml" in said) == (1, True)


def test_a_mistake_in_the_file_stops_nothing_and_is_told_everywhere(workspace, tongket):
    (workspace / "mien-tru.yaml").write_text("- unit: hai-phong.kien-thuy\n  finding: sai\n", "utf-8")
    (workspace / "inbox" / "BC Kiến Thụy.docx").write_bytes(files.DISTRICT.read_bytes())
    code, said, complaint = tongket("run", workspace, "--once")
    assert (code, "mien-tru.yaml, dòng 1, cột 3" in said + complaint) == (0, True)
    assert list(workspace.glob("outbox/hai-phong/kien-thuy/*/result.json"))
    assert "mien-tru.yaml, dòng 1, cột 3" in (workspace / "outbox" / "index.html").read_text("utf-8")
    for command in (("status",), ("round", "--unit", "hai-phong.kien-thuy"), ("letters",)):
        code, said, complaint = tongket(command[0], workspace, *command[1:])
        assert (code, "mien-tru.yaml, dòng 1, cột 3" in said + complaint) == (0, True), command
    assert (
        "mien-tru.yaml, dòng 1, cột 3"
        in json.loads(tongket("status", workspace, "--format", "json")[1])["waivers"]["problem"]
    )
    assert "mien-tru.yaml, dòng 1, cột 3" in tongket("doctor", workspace)[1]
