"""No word of a unit is dropped: whatever stands in its report, and whatever is cut out of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from service.compendium import whole_extract
from service.compendium.proof import Line, expected, holds
from service.model.city import Passage
from tests.compendium.merged import Merged, only, report
from tests.compendium.test_probes import docx, field, marked, normal, p, style
from tests.read.test_numbering import REPORT, item, num

SHEET = normal("26") + style("H", "heading 1", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
LISTS = (
    REPORT + num(1, 1) + num(2, 1) + num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
)
WORDS = st.sampled_from(["Hội viên", "khuyến học", "41.250", "I. KẾT QUẢ", "năm 2020", "  ", "ﬁn", "x"])


def joined(text):
    """A paragraph whose mark is deleted: what follows goes on in its line."""
    return f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


MAKERS = {
    "plain": p,
    "heading": lambda text: p(text, "H"),
    "first": lambda text: item(1, 0, text),
    "second": lambda text: item(1, 1, text),
    "other": lambda text: item(2, 0, text),
    "again": lambda text: item(3, 0, text),
    "joined": joined,
    "inserted": lambda text: f"<w:p><w:ins>{run(text)}</w:ins></w:p>",
    "deleted": lambda text: f"<w:p><w:del><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>",
    "hidden": lambda text: f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r>{run('rõ')}</w:p>",
    "control": lambda text: f"<w:sdt><w:sdtContent>{p(text)}{p('trong')}</w:sdtContent></w:sdt>",
    "custom": lambda text: f"<w:customXml>{item(1, 0, text)}</w:customXml>",
    "table": lambda text: f"<w:tbl><w:tr><w:tc>{p(text)}</w:tc><w:tc>{item(1, 2, text)}</w:tc></w:tr></w:tbl>",
    "field": lambda text: f"<w:p>{field(' REF a ', text)}</w:p>",
    "mark": lambda text: marked(1, "a", text),
    "note": lambda text: f'<w:p>{run(text)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
    "break": lambda text: p(text, more="<w:sectPr/>"),
    "caps": lambda text: f"<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>{text}</w:t></w:r></w:p>",
    "symbol": lambda text: f'<w:p>{run(text)}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>',
}
BODIES = st.lists(st.tuples(st.sampled_from(sorted(MAKERS)), WORDS), min_size=1, max_size=12)


def made(blocks):
    body = "".join(MAKERS[kind](text) for kind, text in blocks)
    note = f'<w:footnote w:id="2">{p("Chú")}</w:footnote>'
    return docx(p("Mở đầu") + body + p("Hết"), styles=SHEET, numbering=LISTS, footnotes=note)


@settings(max_examples=150)
@given(st.lists(st.tuples(BODIES, st.integers(0, 2**40)), min_size=1, max_size=3))
def test_every_word_stands_under_its_unit_in_order_with_its_number(drawn):
    reports, wanted = [], {"results": [], "lessons": []}
    for number, (blocks, bits) in enumerate(drawn):
        data = made(blocks)
        extract = whole_extract(data)
        numbers = [passage.paragraph for passage in extract.sections[0][1]]
        cut = only(extract, [n for n in numbers if bits >> n & 1], [n for n in numbers if not bits >> n & 1])
        reports.append(report(f"u{number}", data, cut))
        for section, passages in cut.sections:
            wanted[section] += [Passage(-1 - number, f"Theo báo cáo của u{number}"), *passages]
    merged = Merged(*reports)
    found = [
        Line(one.label, one.words)
        for n, line in enumerate(merged.lines())
        for one in expected([Passage(n, line[1], line[0])])
    ]
    assert merged.troubles() == []
    assert not any(taken.plain for taken in merged.result.taken)
    assert holds(found, expected([*wanted["results"], Passage(10**6, "BÀI HỌC"), *wanted["lessons"]]))


@given(st.permutations(["a", "b", "c"]))
def test_a_word_that_is_missing_or_out_of_order_is_noticed(order):
    lines = [Line("", one) for one in order]
    assert holds(lines, [Line("", "a"), Line("", "b"), Line("", "c")]) == (order == ["a", "b", "c"])


def test_a_piece_that_lost_a_word_stands_plain_instead():
    data = docx(p("Một") + p("Hai"))
    extract = whole_extract(data, "results")
    ((section, passages),) = extract.sections
    wrong = extract.__class__(((section, (*passages, Passage(2, "Ba", "3."))),), extract.blocks, extract.notes)
    merged = Merged(report("a", data, wrong))
    assert merged.result.taken[0].plain == ("results",)
    assert merged.says("Một", "Hai", "3. Ba")
    assert merged.troubles() == []
