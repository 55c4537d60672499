"""What comparing reports shows reaches both units, whichever came first, and stays as it is when asked again."""

import json

import docx
import pytest
from click.testing import CliRunner

from service.cli.check import check
from tests.check.builder import END, GOALS, LESSONS, RESULTS

SHARED = "Quỹ khuyến học vận động được 642,5 triệu đồng, trao 1.127 suất học bổng, chi 598,3 triệu đồng."


def write(path, district, commune):
    lines = (
        f"HỘI KHUYẾN HỌC QUẬN {district.upper()}",
        f"HỘI KHUYẾN HỌC PHƯỜNG {commune.upper()}",
        f"{commune}, ngày 20 tháng 5 năm 2020",
        "BÁO CÁO",
        "Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng nhiệm kỳ 2020 - 2025",
        RESULTS[0].strip("*"),
        f"Nghị quyết Đại hội đề ra 25%, đến nay phường {commune} đạt 27% dân số là hội viên.",
        SHARED,
        *(line.strip("*") for line in (*LESSONS, *GOALS, *END)),
    )
    document = docx.Document()
    for line in lines:
        document.add_paragraph().add_run(line).bold = line.isupper()
    document.save(path)
    return path


def found(office):
    """Codes by unit, as the outbox tells them."""
    answers = [json.loads(data) for path, data in office.outputs().items() if path.endswith("result.json")]
    return {answer["unit"]["id"]: [one["code"] for one in answer["findings"]] for answer in answers}


@pytest.fixture
def pair(tmp_path):
    return write(tmp_path / "a.docx", "Lê Chân", "An Biên"), write(tmp_path / "b.docx", "Ngô Quyền", "Lạch Tray")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_copy_is_told_to_both_units_whichever_came_first(office, pair, order):
    first, second = (pair[n] for n in order)
    office.drop(first)
    office.run()
    assert [codes.count("copy.other_unit") for codes in found(office).values()] == [0]
    office.drop(second)
    office.run()
    assert [codes.count("copy.other_unit") for codes in found(office).values()] == [1, 1]


def test_comparing_again_changes_no_file(office, pair):
    for each in pair:
        office.drop(each)
    office.run()
    before = {path: (office.outbox / path).stat().st_mtime_ns for path in office.outputs()}
    office.run()
    after = {path: (office.outbox / path).stat().st_mtime_ns for path in office.outputs()}
    assert {path for path in before if before[path] != after[path]} <= {"index.html"}


def test_check_compares_only_where_a_workspace_is_named(office, pair):
    office.drop(pair[0])
    office.run()
    alone = CliRunner().invoke(check, ["--format", "json", str(pair[1]), str(pair[0])])
    beside = CliRunner().invoke(check, ["--format", "json", "--workspace", str(office.root), str(pair[1])])
    assert "copy.other_unit" not in alone.output
    [answer] = json.loads(beside.output)
    assert [one["code"] for one in answer["findings"]].count("copy.other_unit") == 1


def test_a_file_is_not_compared_with_itself(office, pair):
    office.drop(pair[0])
    office.run()
    beside = CliRunner().invoke(check, ["--format", "json", "--workspace", str(office.root), str(pair[0])])
    assert "copy." not in beside.output
