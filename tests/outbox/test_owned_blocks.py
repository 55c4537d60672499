"""What is generated stands in content controls that remember their sources; an update leaves the rest as it is."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from itertools import permutations

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.consolidate import consolidate
from service.errors import TemplateError, UsageError
from service.gaps import standings
from service.model.city import Extract, Passage
from service.model.examination import Indicator
from service.model.owned import Fate
from service.model.submission import Submission
from service.outbox.city.blocks.controls import AUTHOR, Tag, content_of, fingerprint, short, tag_of
from service.outbox.city.blocks.controls import words_of as said_in
from service.outbox.city.blocks.figures import told_by
from service.outbox.city.blocks.memory import recall
from service.outbox.city.blocks.package import Package
from service.outbox.city.blocks.renew import renewed
from service.outbox.city.report import city_report
from service.words import words
from tests.outbox.conftest import DO_SON, LE_CHAN, NGO_QUYEN, claim, complete, words_of

DAY = date(2020, 7, 6)
LEAD = "Nội dung mới:"


@pytest.fixture
def built(templates, city, registry):
    return city_report(templates, city, registry, words(), DAY, pack="tong-ket@1.0.0")


@pytest.fixture
def resent(templates, board, registry):
    """The report after Lê Chân has sent other lessons and one more unit speaks for itself."""

    def report(*lessons):
        said = tuple(Passage(42 + at, text) for at, text in enumerate(lessons))
        extract = Extract((("lessons_learned", said),))
        city = consolidate(board, registry, "hai-phong", {3: extract})
        return city_report(templates, city, registry, words(), DAY)

    return report


def controls(data):
    root = Package(data).tree("word/document.xml")
    return {tag.code: one for one in root.iter(qn("w:sdt")) if (tag := tag_of(one)) and not tag.offer}


def edited(data, change):
    """What a drafter makes of a report."""
    document = docx.Document(io.BytesIO(data))
    change(document, {tag.code: one for one in document.element.body.iter(qn("w:sdt")) if (tag := tag_of(one))})
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def type_into(code, text, at=1):
    def change(_, blocks):
        list(blocks[code].iter(qn("w:t")))[at].text += text

    return change


def all_words(data):
    return said_in(Package(data).tree("word/document.xml"))


def test_each_block_is_a_control_whose_tag_fits_word_and_tells_what_was_generated(built):
    blocks = controls(built)
    assert {"coverage", "groups", "summary", "v/bh/le-chan", "gaps", "units", "b/1"} <= set(blocks)
    for one in blocks.values():
        assert len(str(tag_of(one))) <= 64
        assert fingerprint(content_of(one), told_by(Package(built))) == tag_of(one).gen
    assert len({one.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for one in blocks.values()}) == len(blocks)


def test_the_file_remembers_unit_hash_paragraph_and_words_of_each_block(built):
    known, owned = recall(Package(built)).block("v/bh/le-chan")
    source = next(one for one in owned.sources if one.paragraph == 44)
    assert (owned.unit, owned.section) == ("hai-phong.le-chan", "lessons_learned")
    assert (source.unit, source.file) == ("hai-phong.le-chan", "Bao cao tong ket NK - Le Chan.docx")
    assert (source.sha256, source.words[:10]) == (f"{3:064x}", "Riêng quận")
    assert source.words in known.text


def test_a_total_goes_back_to_each_figure_in_it(built):
    _, owned = recall(Package(built)).block("summary")
    told = [(one.unit, one.value, one.words) for one in owned.sources if one.figure == "members.result"]
    assert told == [
        ("hai-phong.ngo-quyen", 46_250, "46.250 hội viên"),
        ("hai-phong.ngo-quyen.lach-tray", 2_310, "=2.310 hội viên"),
        ("hai-phong.le-chan", 41_250, "gần 41.250 hội viên"),
    ]


def test_the_same_report_gives_the_same_bytes(built, templates, city, registry):
    assert city_report(templates, city, registry, words(), DAY, pack="tong-ket@1.0.0") == built


def test_the_order_in_which_units_send_changes_no_byte(templates, registry):
    units = (NGO_QUYEN, LE_CHAN, DO_SON)
    figures = [Indicator("members", 100.0 * (at + 1), "person", "result", f"{at + 1}00", 9) for at in range(3)]
    reports = [complete(unit, f"{unit.name}.docx", at, (figures[at],)) for at, unit in enumerate(units)]

    def built(order):
        sent = [
            Submission(replace(claim(number, reports[at].file.name), sha256=f"{at:064x}"), reports[at])
            for number, at in enumerate(order, 1)
        ]
        said = {number: words_of(f"Riêng {units[at].name} nêu bài học này.") for number, at in enumerate(order, 1)}
        city = consolidate(standings(registry, sent), registry, "hai-phong", said)
        return city_report(templates, city, registry, words(), DAY)

    assert len({built(order) for order in permutations(range(3))}) == 1


@pytest.mark.parametrize("mark", ["{{ own('coverage') }}", "{{ own('nothing') }}", "{{ end() }}"])
def test_a_template_with_a_mark_out_of_place_is_refused(mark, tmp_path, templates, city, registry):
    document = docx.Document(templates / "bao-cao-tong-hop.docx")
    document.add_paragraph(mark)
    document.save(tmp_path / "bao-cao-tong-hop.docx")
    with pytest.raises(TemplateError) as caught:
        city_report(tmp_path, city, registry, words(), DAY)
    assert caught.value.key == "outbox.template.marks"


def test_nothing_new_leaves_the_drafters_file_as_it_is(built):
    drafted = edited(built, type_into("v/bh/le-chan", " (người soạn)"))
    again = renewed(drafted, built, "x.docx", LEAD)
    assert (again.data, again.changed, again.changes) == (drafted, False, ())


def test_an_untouched_block_is_renewed_and_an_edited_one_stands_beside_the_newer_words(built, resent):
    drafted = edited(built, type_into("v/bh/le-chan", " (người soạn)"))
    result = renewed(drafted, resent("Một là, bài học hoàn toàn mới của đơn vị này."), "x.docx", LEAD)
    fates = {change.code: change.fate for change in result.changes}
    assert fates["v/bh/le-chan"] is Fate.CONFLICT
    told = all_words(result.data)
    assert " (người soạn)" in told
    offers = [
        one
        for one in Package(result.data).tree("word/document.xml").iter(qn("w:sdt"))
        if (tag := tag_of(one)) and tag.offer
    ]
    assert [tag_of(one).code for one in offers] == ["v/bh/le-chan"]
    marked = {one.get(qn("w:author")) for one in offers[0].iter(qn("w:ins"))}
    assert marked == {AUTHOR}


def test_updating_twice_is_the_same_as_once(built, resent):
    drafted = edited(built, type_into("v/bh/le-chan", " (người soạn)"))
    newer = resent("Một là, bài học hoàn toàn mới của đơn vị này.")
    once = renewed(drafted, newer, "x.docx", LEAD)
    twice = renewed(once.data, newer, "x.docx", LEAD)
    assert (twice.data, twice.changed) == (once.data, False)


def test_what_the_drafter_owns_stays_byte_for_byte(built, resent):
    def write(document, _):
        document.add_paragraph("Lời riêng của người soạn.")
        document.sections[0].footer.paragraphs[0].text = "Chân trang riêng"
        document.styles["Normal"].font.bold = True

    drafted = edited(built, write)
    result = renewed(drafted, resent("Một là, bài học mới."), "x.docx", LEAD)
    assert "Lời riêng của người soạn." in all_words(result.data)
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (drafted, result.data))
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert set(old.namelist()) == set(new.namelist())
    assert {name for name in changed if not name.startswith("customXml/")} == {"word/document.xml"}


def test_pictures_comments_and_tracked_changes_make_a_block_the_drafters(built):
    def track(_, blocks):
        run = next(blocks["v/bh/le-chan"].iter(qn("w:r")))
        deleted = run.makeelement(qn("w:del"), {qn("w:id"): "1", qn("w:author"): "Lan"})
        run.addprevious(deleted)

    block = controls(edited(built, track))["v/bh/le-chan"]
    assert fingerprint(content_of(block)) != tag_of(block).gen


@pytest.mark.parametrize("data", [b"", b"PK", b"no file"])
def test_what_is_no_word_file_is_refused(data, built):
    with pytest.raises(UsageError) as caught:
        renewed(data, built, "x.docx", LEAD)
    assert caught.value.key == "city_report.update.no_word_file"


def test_a_word_file_of_somebody_else_is_refused(built):
    written = io.BytesIO()
    docx.Document().save(written)
    with pytest.raises(UsageError) as caught:
        renewed(written.getvalue(), built, "x.docx", LEAD)
    assert caught.value.key == "city_report.update.not_ours"


MARK = "✎"
LESSONS = st.lists(st.sampled_from(["Một là, bám cơ sở.", "Hai là, minh bạch quỹ.", "Ba là, nêu gương."]), unique=True)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_letter_of_a_drafter_is_lost_whatever_units_send_again(data, built, resent):
    report = built
    for number in range(2):
        typed = []

        def work(document, blocks, number=number, typed=typed):
            for turn in range(data.draw(st.integers(0, 4))):
                codes = sorted(blocks)
                code = data.draw(st.sampled_from(codes))
                text = f"{MARK}{number}.{turn};"
                what = data.draw(st.sampled_from(["type", "cut", "move", "unmark", "write"]))
                control = blocks[code]
                if what == "type":
                    next(control.iter(qn("w:t"))).text += text
                elif what == "cut" and MARK not in said_in(content_of(control)):
                    control.getparent().remove(control)
                    del blocks[code]
                    continue
                elif what == "move":
                    document.element.body.insert(0, control)
                    continue
                elif what == "unmark":
                    for child in content_of(control):
                        control.addprevious(child)
                    control.getparent().remove(control)
                    del blocks[code]
                    continue
                else:
                    document.element.body.insert(0, document.add_paragraph(text)._p)
                typed.append(text)

        before = edited(report, work)
        typed += [part for part in all_words(before).split(";") if MARK in part]
        result = renewed(before, resent(*data.draw(LESSONS)), "x.docx", LEAD)
        told = all_words(result.data)
        assert [text for text in typed if text.split(MARK)[-1].rstrip(";") not in told] == []
        docx.Document(io.BytesIO(result.data))
        report = result.data


def test_a_chart_is_words_own_and_its_figures_can_be_edited(built):
    package = Package(built)
    parts = {name: package.read(name) for name in package.names if "/charts/chart-" in name and name.endswith(".xml")}
    assert len(parts) == 1  # no rate has a target in this round
    (name,) = parts
    ((_, book),) = package.links(name).values()
    rows = openpyxl.load_workbook(io.BytesIO(package.read(book)))["Sheet1"].iter_rows(values_only=True)
    assert list(rows) == [(None, "Kết quả"), ("quận Ngô Quyền", 46_250), ("quận Lê Chân", 41_250)]
    assert "h/members" in controls(built)


def test_a_chart_whose_figures_the_drafter_edited_is_the_drafters(built):
    package = Package(built)
    block = controls(built)["h/members"]
    chart = told_by(package)
    assert fingerprint(content_of(block), chart) == tag_of(block).gen
    assert fingerprint(content_of(block), lambda ident: chart(ident).replace("46250", "46999")) != tag_of(block).gen


def test_a_new_chart_is_carried_into_the_drafters_file(templates, city, registry, built):
    tables = tuple(replace(one, rows=_more(one.rows)) if one.indicator == "members" else one for one in city.tables)
    newer = city_report(templates, replace(city, tables=tables), registry, words(), DAY)
    result = renewed(built, newer, "x.docx", LEAD)
    package = Package(result.data)
    assert "h/members" in {change.code for change in result.changes}
    told = told_by(package)
    (ident,) = [one.get(qn("r:id")) for one in controls(result.data)["h/members"].iter(qn("c:chart"))]
    assert "46999" in told(ident)
    assert renewed(result.data, newer, "x.docx", LEAD).changed is False


def _more(rows):
    return tuple(
        replace(row, result=replace(row.result, value=46_999)) if row.unit.name == "Ngô Quyền" else row for row in rows
    )


def test_a_long_code_still_fits_a_tag_and_stays_its_own():
    codes = [short(f"d/bh/{'huyen-rat-dai.' * 4}xa-{number}") for number in range(2)]
    assert len(set(codes)) == 2
    assert all(len(str(Tag(code, "0" * 8, "0" * 12, offer=True))) <= 64 for code in codes)
