"""Small reports from lines of text, for tests of the judges."""

from __future__ import annotations

import pickle
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from service.check.case import Case, Context, Zone, make_case
from service.check.examine import examine
from service.check.lists import phrasebook
from service.check.sections.zones import judge_zones
from service.check.terms.terms import judge_terms, report_date
from service.defaults import folder
from service.model.examination import FileFacts
from service.model.manuscript import Cell, Format, Look, Manuscript, Paragraph, Place, Table
from service.outline import outline
from service.rules import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.examination import Examination, SectionAnswer
    from service.model.rulebook import Rulebook

T = TypeVar("T")

TITLE = ("BÁO CÁO", "Tổng kết nhiệm kỳ 2015 - 2020, phương hướng nhiệm kỳ 2020 - 2025")

HEAD = (
    "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
    "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
    "Số: 05/BC-HKH",
    "An Biên, ngày 20 tháng 5 năm 2020",
)
CENTRED_TITLE = (
    "^^BÁO CÁO",
    "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
)
OPENING = (
    (
        "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội Khuyến học phường An Biên"
        " báo cáo trước Đại hội như sau:"
    ),
)
RESULTS = (
    "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
    (
        "Nghị quyết Đại hội lần thứ IV đề ra 6 chỉ tiêu, đến nay có 5 chỉ tiêu đạt và vượt. Toàn phường có 12 chi hội"
        " với 2.140 hội viên, đạt 27% dân số, Nghị quyết đề ra 25%."
    ),
    "Quỹ khuyến học vận động được 640 triệu đồng, trao 1.120 suất học bổng cho học sinh nghèo của 14 tổ dân phố.",
)
LESSONS = (
    "**II. BÀI HỌC KINH NGHIỆM",
    "Một là, phải dựa vào chi ủy tổ dân phố để chọn chi hội trưởng có uy tín, giao việc rõ và kiểm tra hằng quý.",
    "Hai là, công khai thu chi quỹ tại nhà văn hóa thì số gia đình ủng hộ năm sau cao hơn năm trước.",
)
ALIGNED = (
    "góp phần cùng nhà trường thực hiện đổi mới căn bản, toàn diện giáo dục và đào tạo theo tinh thần Nghị quyết số"
    " 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI."
)
DIRECTIONS = "Phương hướng: đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc."
OBJECTIVES = (
    "Mục tiêu: đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập, quỹ vận động 900"
    " triệu đồng."
)
TASKS = "Nhiệm vụ trọng tâm: củng cố 12 chi hội, mở thêm lớp ngoại ngữ buổi tối tại trung tâm học tập cộng đồng."
SOLUTIONS = (
    "Giải pháp: ký kế hoạch phối hợp với trường tiểu học An Biên, giao chỉ tiêu cho từng chi hội ngay từ đầu năm."
)
GOALS = (
    "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
    f"{DIRECTIONS[:-1]}, {ALIGNED}",
    OBJECTIVES,
    TASKS,
    SOLUTIONS,
)
END = ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Nguyễn Thị Lành")


@cache
def rules(language: str = "vi") -> Rulebook:
    return load(folder("rules"), language)


def manuscript(*blocks: str | Sequence[Sequence[str]]) -> Manuscript:
    """A text is a paragraph; a list of rows is a table.

    A text between ** is bold, between ^^ centred and bold; "label|text" gives an automatic label.
    """
    paragraphs: list[Paragraph] = []
    tables: list[Table] = []
    for block in blocks:
        if isinstance(block, str):
            paragraphs.append(_paragraph(len(paragraphs), block))
        else:
            tables.append(_table(len(tables), block, paragraphs))
    return Manuscript(Format.DOCX, tuple(paragraphs), tuple(tables))


def _paragraph(index: int, block: str) -> Paragraph:
    centred = block.startswith("^^")
    bold = centred or block.startswith("**")
    text = block.strip("^*") if bold else block
    label, _, rest = text.partition("|") if "|" in text[:6] else ("", "", text)
    letters = [letter for letter in rest if letter.isalpha()]
    capitals = bool(letters) and all(letter.isupper() for letter in letters)
    look = Look(style="normal", bold=bold, bold_prefix=len(rest) if bold else 0, capitals=capitals, centred=centred)
    return Paragraph(index, rest, label, look)


def _table(number: int, rows: Sequence[Sequence[str]], paragraphs: list[Paragraph]) -> Table:
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            index = len(paragraphs)
            paragraphs.append(Paragraph(index, text, place=Place(table=number, row=r, column=c)))
            cells.append(Cell(r, c, 1, 1, (index,), text))
    return Table(number, len(rows), max(len(row) for row in rows), tuple(cells))


def case(*blocks: str | Sequence[Sequence[str]], name: str = "bao cao.docx", folder_name: str = "") -> Case:
    """A case of the first document in some blocks, with the default rules."""
    read = manuscript(*blocks)
    outlined = outline(read)
    return make_case(
        read, outlined, outlined.pieces[0], rules(), phrasebook(rules()), file_name=name, folder=folder_name
    )


def context(made: Case, level: str | None = "commune", dated: date | None = None) -> Context:
    """The context as the check itself works it out; `dated` where the blocks have no letterhead."""
    own_date = dated or report_date(made)
    terms = judge_terms(made, own_date.year if own_date else None, None, made.rulebook.round)
    return Context(judge_zones(made, terms.opening), level, terms.closing, terms.opening, own_date)


def zoned(made: Case, zone: Zone, level: str | None = "commune") -> Context:
    """A context in which every paragraph is of one zone."""
    return Context((zone,) * len(made.manuscript.paragraphs), level, "2015-2020", "2020-2025", date(2020, 7, 1))


def report(  # the parts of a report are what a test varies
    *,
    head: Sequence[str] = HEAD,
    title: Sequence[str] = CENTRED_TITLE,
    opening: Sequence[str] = OPENING,
    results: Sequence[str] = RESULTS,
    lessons: Sequence[str] = LESSONS,
    goals: Sequence[str] = GOALS,
    more: Sequence[str] = (),
    end: Sequence[str] = END,
) -> tuple[str, ...]:
    """The blocks of a complete report of phường An Biên, with some parts put in place of its own."""
    return (*head, *title, *opening, *results, *lessons, *goals, *more, *end)


def judged(*blocks: str | Sequence[Sequence[str]], name: str = "bao cao.docx", folder_name: str = "") -> Examination:
    """The whole check of some blocks, as it arrives from a worker's process."""
    read = manuscript(*blocks)
    return sent(examine(read, outline(read), rules(), FileFacts(name, "", 0, "docx"), folder_name))


def sent(answer: T) -> T:
    """An answer as it arrives in another process, where it must be the same."""
    arrived: T = pickle.loads(pickle.dumps(answer))
    assert arrived == answer
    return arrived


def section(examination: Examination, name: str) -> SectionAnswer:
    """One of the four sections."""
    return next(each for each in examination.sections if each.id == name)


def codes(examination: Examination, *prefixes: str) -> list[str]:
    """The finding codes that begin as told, with the section or part that they are about."""
    shown = []
    for finding in examination.findings:
        about = finding.part or (finding.section if finding.code.startswith("section.") else None)
        if finding.code.startswith(prefixes):
            shown.append(f"{finding.code}:{about}" if about else finding.code)
    return sorted(shown)
