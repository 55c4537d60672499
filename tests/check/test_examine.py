"""The whole check: the verdict follows from the four sections, whatever the report's build."""

import pickle

import pytest

from service.answer import dump, to_object
from service.check.examine import refuse
from service.errors import UnreadableReport
from service.model.examination import PARTS, SECTIONS, FileFacts
from tests.check.builder import (
    ALIGNED,
    CENTRED_TITLE,
    DIRECTIONS,
    END,
    GOALS,
    HEAD,
    LESSONS,
    OBJECTIVES,
    OPENING,
    RESULTS,
    SOLUTIONS,
    TASKS,
    codes,
    judged,
    report,
    rules,
    section,
)  # fmt: skip

MINE = ("section.", "goals.", "results.", "term.", "unit.", "document.")


def test_a_complete_report_is_complete_and_has_nothing_to_mend():
    answer = judged(*report())
    assert (answer.kind, answer.verdict) == ("term_report", "complete")
    assert [each.id for each in answer.sections] == list(SECTIONS)
    assert codes(answer, *MINE) == []
    assert answer.unit.id == "hai-phong.le-chan.an-bien"
    assert (answer.terms.closing, answer.terms.opening) == ("2015-2020", "2020-2025")


LABELS = [
    ("I- ", "II- ", "III- "), ("I/ ", "II/ ", "III/ "), ("I. ", "II. ", "III. "), ("A. ", "B. ", "C. "),
    ("A/ ", "B/ ", "C/ "), ("1. ", "2. ", "3. "), ("1/ ", "2/ ", "3/ "), ("1- ", "2- ", "3- "), ("I ", "II ", "III "),
    ("I) ", "II) ", "III) "), ("Phần I. ", "Phần II. ", "Phần III. "), ("PHẦN 1: ", "PHẦN 2: ", "PHẦN 3: "),
    ("Phần A. ", "Phần B. ", "Phần C. "), ("Mục I. ", "Mục II. ", "Mục III. "), ("", "", ""),
]  # fmt: skip


LOOKS = [
    (labels, tail, bold, capitals)
    for labels in LABELS
    for tail in ("", ":", ".")
    for bold in ("**", "")
    for capitals in (True, False)
    if capitals or bold or (labels[0] and not tail)  # else nothing makes such a line a heading
]


@pytest.mark.parametrize(("labels", "tail", "bold", "capitals"), LOOKS)
def test_headings_hold_with_any_label_and_looks(labels, tail, bold, capitals):
    def heading(label, text):
        words = text.removeprefix("**").split(" ", 1)[1]
        return f"{bold}{label}{words if capitals else words.capitalize()}{tail}"

    answer = judged(
        *report(
            results=(heading(labels[0], RESULTS[0]), *RESULTS[1:]),
            lessons=(heading(labels[1], LESSONS[0]), *LESSONS[1:]),
            goals=(heading(labels[2], GOALS[0]), *GOALS[1:]),
        )
    )
    assert answer.verdict == "complete"
    assert section(answer, "new_term_goals").parts == PARTS
    assert codes(answer, *MINE) == []


NEST = {
    "Phần, I, 1": ("PHẦN THỨ NHẤT: ", "I. ", "II. ", "III. ", "PHẦN THỨ HAI: "),
    "A, I, 1": ("A. ", "I. ", "II. ", "III. ", "B. "),
    "I, A, 1": ("I. ", "A. ", "B. ", "C. ", "II. "),
    "I, 1, a": ("I. ", "1. ", "2. ", "3. ", "II. "),
    "1, 1.1": ("1. ", "1.1. ", "1.2. ", "1.3. ", "2. "),
}


@pytest.mark.parametrize("labels", NEST.values(), ids=NEST)
def test_sections_are_found_in_any_nesting(labels):
    top, one, two, three, next_top = labels
    blocks = (
        *HEAD, *CENTRED_TITLE, *OPENING,
        f"**{top}TỔNG KẾT NHIỆM KỲ 2015 - 2020",
        f"**{one}ĐẶC ĐIỂM TÌNH HÌNH", "Phường có 14 tổ dân phố.",
        f"**{two}KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT", *RESULTS[1:],
        f"**{three}BÀI HỌC KINH NGHIỆM", *LESSONS[1:],
        f"**{next_top}PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
        f"**{one}MỤC TIÊU", OBJECTIVES, f"**{two}PHƯƠNG HƯỚNG", GOALS[1],
        f"**{three}NHIỆM VỤ, GIẢI PHÁP", TASKS, SOLUTIONS,
        *END,
    )  # fmt: skip
    answer = judged(*blocks)
    assert answer.verdict == "complete"
    assert section(answer, "lessons_learned").heading == f"{three}BÀI HỌC KINH NGHIỆM"
    assert section(answer, "new_term_goals").heading == f"{next_top}PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025"
    assert section(answer, "new_term_goals").parts == PARTS


def test_a_short_report_of_a_commune_may_be_complete():
    answer = judged(
        *HEAD, *CENTRED_TITLE,
        "**1. Kết quả:", "Có 6 chi hội, 640 hội viên, quỹ 85 triệu đồng, đạt 5/5 chỉ tiêu Đại hội đề ra.",
        "**2. Bài học:", "Chi ủy vào cuộc, quỹ công khai thì dân ủng hộ; chi hội trưởng phải có uy tín.",
        "**3. Phương hướng, mục tiêu 2020 - 2025:", f"Giữ 6 chi hội, thêm 100 hội viên; {ALIGNED}",
        "**4. Nhiệm vụ, giải pháp:", "Vận động dòng họ lập quỹ; mỗi ủy viên phụ trách một tổ, mỗi quý giao ban.",
        *END,
    )  # fmt: skip
    assert answer.verdict == "complete"
    assert codes(answer, *MINE) == []


def test_a_report_without_any_heading_may_be_complete():
    answer = judged(
        *HEAD, *CENTRED_TITLE,
        f"Năm năm qua, thực hiện Nghị quyết Đại hội lần thứ IV: {RESULTS[1]}", RESULTS[2],
        "Hội rút ra mấy kinh nghiệm: một là phải dựa vào chi ủy tổ dân phố; hai là công khai quỹ tại nhà văn hóa.",
        f"Trong nhiệm kỳ tới, phương hướng của Hội là hướng về tổ dân phố, {ALIGNED}",
        OBJECTIVES, TASKS, SOLUTIONS, *END,
    )  # fmt: skip
    assert {each.id: each.status.value for each in answer.sections} == dict.fromkeys(SECTIONS, "present")


def test_of_several_documents_only_the_report_is_judged():
    review = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "^^BÁO CÁO KIỂM ĐIỂM", "^^Ban Chấp hành khóa IV", *LESSONS)
    answer = judged(*report(lessons=()), *review)
    assert codes(answer, "section.", "document.") == ["document.several", "section.missing:lessons_learned"]


def test_the_report_may_be_the_second_document():
    review = (*HEAD, "^^BÁO CÁO KIỂM ĐIỂM", "^^Ban Chấp hành khóa IV", "Ban Chấp hành họp đều. " * 40, *END)
    answer = judged(*review, *report())
    assert (answer.kind, answer.verdict) == ("term_report", "complete")
    assert codes(answer, "document.") == ["document.several"]


def test_an_annex_of_figures_is_no_second_document():
    annex = ("^^PHỤ LỤC SỐ LIỆU", [["TT", "Chỉ tiêu", "Kết quả"], ["1", "Hội viên", "2.140"]])
    assert codes(judged(*report(), *annex), *MINE) == []


IN_CONTENTS = (
    "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
    "II. BÀI HỌC KINH NGHIỆM",
    "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
)


@pytest.mark.parametrize(
    "entries",
    [
        [f"{entry} ........... {page}" for page, entry in enumerate(IN_CONTENTS, 1)],
        [f"{entry}\t{page}" for page, entry in enumerate(IN_CONTENTS, 1)],
        [f"{entry}     {page}" for page, entry in enumerate(IN_CONTENTS, 1)],
        list(IN_CONTENTS),
        [entry.title() for entry in IN_CONTENTS],
        [[["Nội dung", "Trang"], *([entry, str(page)] for page, entry in enumerate(IN_CONTENTS, 1))]],
        [[["TT", "Nội dung", "Trang"], *([*entry.split(". "), "3"] for entry in IN_CONTENTS)]],
        [[["\n".join(IN_CONTENTS)]]],
    ],
    ids=["dots", "tabs", "spaces", "no pages", "small letters", "table", "table with numbers", "frame"],
)
@pytest.mark.parametrize("behind", [False, True], ids=["before", "behind"])
def test_a_table_of_contents_is_no_evidence(entries, behind):
    toc = ("^^MỤC LỤC", *entries)
    goals = (f"**{IN_CONTENTS[2]}", *GOALS[1:])
    answer = judged(*(() if behind else toc), *report(lessons=(), goals=goals), *(toc if behind else ()))
    assert codes(answer, "section.") == ["section.missing:lessons_learned"]
    assert section(answer, "new_term_goals").status == "present"
    assert answer.kind == "term_report"


def test_what_the_contents_promise_last_is_not_found_in_the_text_below_them():
    toc = ("^^MỤC LỤC", "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020", GOALS[0].replace("III.", "II."))
    promised = (*toc, "III. BÀI HỌC KINH NGHIỆM", *OPENING)
    assert codes(judged(*report(opening=promised, lessons=())), "section.") == ["section.missing:lessons_learned"]


@pytest.mark.parametrize("part", ["results", "lessons", "goals"])
def test_a_part_that_is_left_out_is_missing(part):
    answer = judged(*report(**{part: ()}))
    name = {"results": "resolution_results", "lessons": "lessons_learned", "goals": "new_term_goals"}[part]
    assert section(answer, name).status == "missing"
    assert answer.verdict == "gaps"


def test_requests_and_last_words_change_nothing():
    more = (
        "**IV. KIẾN NGHỊ", "1. Đề nghị Đảng ủy phường tiếp tục lãnh đạo công tác khuyến học.",
        "**V. KẾT LUẬN", "Hội phấn đấu thực hiện thắng lợi mục tiêu, nhiệm vụ nhiệm kỳ 2020 - 2025.",
    )  # fmt: skip
    assert codes(judged(*report(more=more)), *MINE) == []


def test_direction_without_goals_of_the_own_work_stays_judged_in_parts():
    answer = judged(*report(goals=("**III. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025", DIRECTIONS, f"Hội {ALIGNED}")))
    assert codes(answer, "goals.") == [
        "goals.part_missing:key_tasks",
        "goals.part_missing:objectives",
        "goals.part_missing:solutions",
    ]


def test_an_unreadable_file_says_only_why():
    answer = refuse(rules(), FileFacts("a.docx", "", 3, "unknown"), UnreadableReport("file.corrupt"))
    assert (answer.kind, answer.verdict, answer.sections) == (None, "unreadable", ())
    assert [each.code for each in answer.findings] == ["file.corrupt"]


def test_what_contradicts_itself_is_told_in_json_whatever_words_it_is_told_in():
    """Figures know how English readers write them; what goes out is plain text."""
    lines = (RESULTS[0], "Toàn phường có 12 chi hội với 2.140 hội viên. Đến nay toàn phường có 2.410 hội viên.")
    answer = judged(*report(results=lines))
    found = next(each for each in answer.findings if each.code == "figure.conflict")
    assert {type(found.found), type(found.expected)} == {str}
    assert found.found in dump(to_object(answer))


def test_an_answer_goes_from_process_to_process_and_comes_back_the_same():
    shares = "Toàn huyện có 39.480 hội viên, chiếm 31,8% dân số (142.000 người)."
    money = "Vận động quỹ được 1,2 tỷ đồng, đạt 115% chỉ tiêu Nghị quyết (1 tỷ đồng)."
    answer = judged(*report(results=(*RESULTS, shares, money)))
    assert any(one.found and one.expected for one in answer.findings)
    assert pickle.loads(pickle.dumps(answer)) == answer
