"""Each command in the hands of a person: what it prints and how it ends."""

import json
import shutil
from pathlib import Path

import pytest

from service.model.examination import SECTIONS

CORPUS = Path(__file__).parents[1] / "corpus"
GOOD = CORPUS / "reports" / "d-xa-tan-trao--styles.docx"
GAPPY = CORPUS / "reports" / "d-huyen-bach-long-vi--manual-softbreaks.docx"
EMPTY = CORPUS / "bad" / "bc-trong.docx"


def test_init_says_what_comes_next(tongket, tmp_path):
    root = tmp_path / "hội"
    code, out, _ = tongket("init", root)
    assert code == 0
    assert f"rồi chạy: tongket run {root}" in out
    assert {"inbox", "mien-tru.yaml", "outbox", "rules", "templates", "tongket.toml"} == {
        path.name for path in root.iterdir()
    }
    assert "Giữ nguyên" in tongket("init", root)[1]


def test_check_tells_section_by_section_and_finding_by_finding(tongket):
    code, out, _ = tongket("check", GAPPY)
    assert code == 1
    assert out.startswith(f"{GAPPY.name}: CẦN BỔ SUNG\n  Đơn vị: Hội Khuyến học huyện Bạch Long Vĩ")
    assert all(word in out for word in ("bài học kinh nghiệm: ", "Vì sao: ", "Cách sửa: ", "1 tệp: "))


def test_check_ends_with_0_where_nothing_was_found(tongket):
    assert tongket("check", GOOD)[0] == 0


def test_check_of_a_folder_without_reports_says_so(tongket, tmp_path):
    assert tongket("check", tmp_path)[:2] == (0, f"Không thấy tệp Word nào trong: {tmp_path}\n")
    assert tongket("check", tmp_path, "--format", "json")[:2] == (0, "[]\n")


def test_check_speaks_english_in_labels_and_findings_alike(tongket, monkeypatch):
    monkeypatch.setenv("TONGKET_LANGUAGE", "en")
    out = tongket("check", EMPTY)[1]
    assert "CAN'T BE READ" in out
    assert "The file is empty." in out


def test_check_uses_the_rules_of_the_workspace_that_is_named(tongket, workspace):
    file = workspace / "rules" / "findings" / "file.yaml"
    file.write_text(file.read_text("utf-8").replace("Tệp rỗng, không có nội dung.", "Rỗng không."), "utf-8")
    assert "Rỗng không." in tongket("check", EMPTY, "--workspace", workspace)[1]


@pytest.mark.parametrize(
    "command", [("run", "--once"), ("status",), ("consolidate",), ("rules", "check"), ("check", EMPTY)]
)
def test_a_broken_rule_is_told_with_file_line_and_column(tongket, workspace, command):
    (workspace / "rules" / "them.yaml").write_text("vocabulary:\n  từ: [một\n", "utf-8")
    named = ("--workspace", workspace) if command[0] == "check" else (workspace,)
    code, _, err = tongket(*command, *named)
    assert code == 3
    assert "Tệp them.yaml, dòng 3, cột 1" in err


@pytest.mark.parametrize("command", ["run", "status", "consolidate"])
def test_a_broken_settings_file_is_told_with_its_line(tongket, workspace, command):
    file = workspace / "tongket.toml"
    file.write_text(file.read_text("utf-8").replace("[service]", "[servise]"), "utf-8")
    code, _, err = tongket(command, workspace)
    assert code == 3
    assert "tongket.toml:" in err
    assert "service" in err


@pytest.mark.parametrize("command", ["run", "status", "consolidate"])
def test_a_folder_that_is_no_workspace_is_told_how_to_become_one(tongket, tmp_path, command):
    code, _, err = tongket(command, tmp_path)
    assert code == 4
    assert f"Chạy “tongket init {tmp_path}” để tạo" in err


@pytest.mark.parametrize("command", ["run", "consolidate"])
def test_a_damaged_ledger_is_told(tongket, workspace, command):
    (workspace / ".tongket").mkdir()
    (workspace / ".tongket" / "ledger.sqlite").write_bytes(b"no database at all" * 99)
    code, _, err = tongket(command, workspace)
    assert code == 4
    assert "ledger.sqlite" in err


def test_run_once_answers_and_ends_with_0_whatever_the_reports_hold(tongket, workspace):
    shutil.copy(GAPPY, workspace / "inbox")
    shutil.copy(EMPTY, workspace / "inbox")
    code, out, err = tongket("run", workspace, "--once")
    assert (code, err) == (0, "")
    assert f"Đã xem xét: {EMPTY.name} | chưa xác định đơn vị | không đọc được" in out
    assert f"Xong: 2 tệp đã xem xét, 0 tệp còn chờ trong inbox. Mở {workspace / 'outbox' / 'index.html'} để xem." in out


def test_run_tells_a_trouble_once_and_ends_with_its_code(tongket, workspace):
    shutil.copy(EMPTY, workspace / "inbox")
    (workspace / "outbox").rmdir()
    (workspace / "outbox").write_bytes(b"")
    code, out, err = tongket("run", workspace, "--once")
    assert code == 4
    assert err.count("Không ghi được tệp") == 1
    assert out.count("Không ghi được tệp") <= 1  # the dashboard's page, which is another file
    (workspace / "outbox").unlink()
    assert tongket("run", workspace, "--once")[0] == 0
    assert (workspace / "outbox" / "chua-xac-dinh" / "01-bc-trong" / "result.json").is_file()


def status(tongket, workspace):
    code, out, _ = tongket("status", workspace, "--format", "json")
    assert code == 0
    return json.loads(out)


def test_status_before_anything_was_sent_names_every_unit(tongket, workspace):
    told = status(tongket, workspace)
    assert set(told) == {"units", "unassigned", "waiting", "rules", "notices", "waivers"}
    assert len(told["units"]) > 200
    assert {unit["state"] for unit in told["units"]} == {"missing"}
    assert all({"id", "name", "state", "verdict", "received", "file"} <= set(unit) for unit in told["units"])
    assert (told["unassigned"], told["waiting"]) == ([], [])
    assert not (workspace / ".tongket").exists()


def test_status_tells_what_was_sent_and_what_waits(tongket, workspace):
    shutil.copy(GAPPY, workspace / "inbox")
    shutil.copy(EMPTY, workspace / "inbox")
    tongket("run", workspace, "--once")
    (workspace / "inbox" / "xã A").mkdir()
    shutil.copy(GOOD, workspace / "inbox" / "xã A")
    told = status(tongket, workspace)
    [unit] = [unit for unit in told["units"] if unit["state"] != "missing"]
    assert (unit["id"], unit["state"], unit["verdict"], unit["file"]) == (
        "hai-phong.bach-long-vi",
        "judged",
        "gaps",
        GAPPY.name,
    )
    assert [(file["file"], file["verdict"], file["findings"]) for file in told["unassigned"]] == [
        (EMPTY.name, "unreadable", ["file.empty"])
    ]
    assert [file["file"] for file in told["waiting"]] == [f"xã A/{GOOD.name}"]
    text = tongket("status", workspace)[1]
    assert "cần bổ sung" in text
    assert f"Đang chờ trong inbox: xã A/{GOOD.name} (đang chờ tệp đứng yên)" in text
    assert f"Chưa xác định được đơn vị của tệp {EMPTY.name}. Tệp rỗng, không có nội dung. Mở báo cáo gốc" in text
    assert "Chưa gửi: Hội Khuyến học thành phố Hải Phòng; " in text


def test_consolidate_says_what_it_built(tongket, workspace):
    code, out, _ = tongket("consolidate", workspace)
    assert code == 0
    assert out.count("Đã dựng: ") >= 2


@pytest.mark.parametrize("unit", ["hai-phong.le-chan.an-bien", "ha-noi"])
def test_a_unit_that_cannot_consolidate_is_a_wrong_call(tongket, workspace, unit):
    code, out, err = tongket("consolidate", workspace, "--unit", unit)
    assert code == 2
    assert unit.rpartition(".")[2] in err or "trực thuộc" in err
    assert "Đã dựng" not in out


def test_status_tells_of_a_pack_that_cannot_be_used_and_goes_on_with_the_last(tongket, workspace):
    tongket("run", workspace, "--once")
    (workspace / "rules" / "them.yaml").write_text("vocabulary:\n  từ: [một\n", "utf-8")
    code, out, _ = tongket("status", workspace)
    assert code == 0
    assert "Gói quy tắc vừa sửa chưa dùng được, vẫn dùng tong-ket@1.0.0+" in out
    assert "Tệp them.yaml, dòng" in out


def test_rules_check_tells_what_the_office_changes(tongket, workspace):
    own = workspace / "rules" / "office"
    own.mkdir()
    (own / "hoi.yaml").write_text(
        "changes:\n  findings: {figure.unit: {severity: info, state: trial}}\n"
        "  sections: {lessons_learned: {headings: {add: [tâm niệm], drop: [bai học]}}}\n",
        "utf-8",
    )
    _, out, _ = tongket("rules", "check", workspace)
    assert "office/hoi.yaml, dòng 2: findings.figure.unit.severity = info (trước là warning)" in out
    assert "office/hoi.yaml, dòng 3: sections.lessons_learned.headings thêm “tâm niệm”" in out
    assert "không có “bai học”, dòng này không có tác dụng. Gần giống nhất: “bài học”" in out
    assert "figure.unit: chạy thử, chỉ người rà soát thấy" in out


def test_rules_check_counts_what_the_pack_holds(tongket, workspace):
    code, out, _ = tongket("rules", "check", workspace)
    assert code == 0
    assert "Gói quy tắc tong-ket@1.0.0+" in out


EXAMPLES = """\
examples:
  - id: thiếu bài học
    lines:
      - BÁO CÁO
      - TỔNG KẾT NHIỆM KỲ 2015 - 2020, PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025
      - Năm năm qua phong trào phát triển.
    fires: [{fires}]
    silent: [{silent}]
"""


@pytest.mark.parametrize(
    ("fires", "silent", "code", "sentence"),
    [
        ("'section.missing:lessons_learned'", "figure.total", 1, "1 ví dụ đúng, 0 ví dụ sai."),
        ("figure.total", "", 1, "Ví dụ “thiếu bài học”: lẽ ra phải có nhận xét figure.total."),
        ("", "section.missing", 1, "Ví dụ “thiếu bài học”: lẽ ra không có section.missing."),
    ],
)
def test_rules_test_runs_the_examples_beside_the_rules(tongket, workspace, *, fires, silent, code, sentence):
    for file in (workspace / "rules").rglob("*.yaml"):
        if "\nexamples:\n" in file.read_text("utf-8"):
            file.unlink()
    (workspace / "rules" / "vi-du.yaml").write_text(EXAMPLES.format(fires=fires, silent=silent), "utf-8")
    ended, out, _ = tongket("rules", "test", workspace)
    assert sentence in out
    assert ended == code
    assert "Chưa có ví dụ làm xuất hiện: findings.authority.missing, " in out, "rules without an example are a failure"


def test_the_examples_of_the_default_pack_hold(tongket, workspace):
    code, out, _ = tongket("rules", "test", workspace)
    assert (code, "lẽ ra" in out) == (0, False)


@pytest.mark.parametrize("stored", [True, False])
def test_diff_tells_what_another_pack_would_say_and_writes_nothing(tongket, workspace, tmp_path, stored):
    (workspace / "inbox" / "một.docx").write_bytes(GAPPY.read_bytes())
    if stored:
        tongket("run", workspace, "--once")
    other = tmp_path / "mới"
    shutil.copytree(workspace / "rules", other)
    (other / "office").mkdir()
    (other / "office" / "hoi.yaml").write_text(
        "changes:\n  authorities: {nq29: {severity: info}, ctr76: {required: false}}\n"
        "  findings: {authority.missing: {state: trial}}\n",
        "utf-8",
    )
    lay = sorted(path for path in workspace.rglob("*") if path.is_file())
    more = () if stored else (workspace / "inbox",)
    code, out, _ = tongket("rules", "diff", workspace / "rules", other, *more, "--workspace", workspace)
    assert code == 0
    assert "trên 1 báo cáo" in out
    assert "   - authority.missing:ct11 (info)\n" in out
    assert "   + authority.missing:ct11 (info) [chạy thử]\n" in out
    assert "authority.missing:ctr76 (warning) [chạy thử]" not in out
    assert "1 trong 1 báo cáo khác đi: 0 nhận xét thêm, 4 nhận xét bớt" in out
    assert sorted(path for path in workspace.rglob("*") if path.is_file()) == lay
    assert "0 trong 1 báo cáo khác đi" in tongket("rules", "diff", other, other, *more, "--workspace", workspace)[1]


def test_explain_tells_why_a_section_was_found(tongket):
    code, out, _ = tongket("rules", "explain", GOOD, "lessons_learned")
    assert code == 0
    assert "Bài học kinh nghiệm [lessons_learned]: có; đề mục: " in out
    assert "được nhận, nhờ cụm: " in out
    assert "new_term_goals" not in out


def test_explain_is_short_unless_everything_is_asked_for(tongket):
    short, everything = (tongket("rules", "explain", GAPPY, *more)[1] for more in ((), ("--all",)))
    assert len(short.splitlines()) < 60 < len(everything.splitlines())
    assert "con số khác không phải chỉ tiêu; thêm --all" in short
    assert "không lấy làm chỉ tiêu" in everything
    assert "figure.conflict: không có nhận xét này" in everything


def test_explain_offers_the_nearest_headings_with_their_scores(tongket):
    out = tongket("rules", "explain", GAPPY, "lessons_learned", "--all")[1]
    assert "giống nhất với “" in out
    assert "trên 100); chỉ gợi ý, không tự nhận" in out


def test_explain_gives_its_data_to_machines(tongket):
    told = json.loads(tongket("rules", "explain", GOOD, "--format", "json")[1])
    assert {section["id"] for section in told["sections"]} == set(SECTIONS)
    assert all({"raw", "value", "unit", "concept", "kind", "as_of", "why_not"} <= set(one) for one in told["numbers"])
    assert {rule["why"] for rule in told["rules"]} <= {"fired", "readable", *(["section", "goals", "results"]),
                                                       "authority", "figure", "term", "nothing_found"}  # fmt: skip


def test_explain_tells_that_a_finding_did_not_come(tongket):
    out = tongket("rules", "explain", GOOD, "figure.total")[1]
    assert "figure.total: không có nhận xét này; các con số đọc được không trái nhau" in out


def test_explain_of_an_unreadable_file_tells_what_to_do(tongket):
    out = tongket("rules", "explain", EMPTY)[1]
    assert "[cần bổ sung] file.empty: Tệp rỗng" in out


def test_explain_names_what_can_be_asked_about(tongket):
    code, _, err = tongket("rules", "explain", GOOD, "lesons")
    assert code == 2
    assert "Không có quy tắc “lesons”. Có thể hỏi về: resolution_results, lessons_learned" in err


def test_doctor_ends_with_1_only_where_something_is_to_be_mended(tongket, workspace):
    assert tongket("doctor", workspace)[0] == 0
    (workspace / "inbox").rmdir()
    code, out, _ = tongket("doctor", workspace)
    assert code == 1
    assert "CẦN SỬA: Thiếu thư mục inbox" in out
