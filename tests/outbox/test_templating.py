"""A template gets what it asks for or says what is missing; words of a report are only words."""

import io
import re
import zipfile
from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import TemplateError
from service.outbox.sheets.tablefit import narrowed
from service.outbox.sheets.templating import fill

DAY = date(2020, 7, 6)


def template(folder, *paragraphs):
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(folder / "mau.docx")
    return folder


def filled(folder, **values):
    return fill(folder, "mau.docx", values, title="Phiếu", issued=DAY)


def texts(data):
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def problem(folder, **values):
    with pytest.raises(TemplateError) as trouble:
        filled(folder, **values)
    return trouble.value


def test_values_stand_where_the_template_asks_for_them(tmp_path):
    assert texts(filled(template(tmp_path, "Đơn vị: {{ unit }}"), unit="Lê Chân")) == ["Đơn vị: Lê Chân"]


def test_what_is_not_given_is_named_with_the_template(tmp_path):
    trouble = problem(template(tmp_path, "{{ khong_co }}"), unit="x")
    assert trouble.key == "outbox.template.unknown"
    assert trouble.values["template"] == "mau.docx"
    assert "khong_co" in trouble.values["problem"]


def test_a_missing_a_broken_and_a_misspelt_template_are_told_apart(tmp_path):
    assert problem(tmp_path).key == "outbox.template.missing"
    (tmp_path / "mau.docx").write_bytes(b"khong phai Word")
    assert problem(tmp_path).key == "outbox.template.broken"
    assert problem(template(tmp_path, "{% for x in %}")).key == "outbox.template.syntax"


def test_a_template_cannot_reach_behind_the_values(tmp_path):
    assert problem(template(tmp_path, "{{ unit.__class__.__mro__ }}"), unit="x").key.startswith("outbox.template.")


def test_words_of_a_report_are_never_tags_or_markup(tmp_path):
    hostile = "<w:br/> & {{ unit }} {% raw %} \a \f tab\tdòng\nmới"
    assert texts(filled(template(tmp_path, "{{ text }}"), text=hostile)) == [
        "<w:br/> & {{ unit }} {% raw %} �   tab dòng mới"
    ]


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_makes_a_document_that_opens(tmp_path_factory, text):
    folder = template(tmp_path_factory.mktemp("mau"), "[{{ text }}]")
    assert len(texts(filled(folder, text=text))) == 1


def test_the_same_values_give_the_same_bytes_with_fixed_dates(tmp_path):
    folder = template(tmp_path, "{{ unit }}")
    first, second = filled(folder, unit="x"), filled(folder, unit="x")
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
        assert package.namelist()[1:] == sorted(package.namelist()[1:])
    properties = docx.Document(io.BytesIO(first)).core_properties
    assert (properties.title, properties.created.date()) == ("Phiếu", DAY)


def test_wide_columns_share_what_the_narrow_ones_leave():
    assert narrowed([10, 50, 200, 200], 160) == [10, 50, 50, 50]
    assert narrowed([10, 20], 100) == [10, 20]
    assert narrowed([90, 90], 100) == [50, 50]


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=12), st.integers(100, 15_000))
def test_narrowed_columns_fit_and_are_never_wider_than_before(widths, room):
    found = narrowed(widths, room)
    assert sum(found) <= room
    assert all(new <= old for new, old in zip(found, widths, strict=True))


def test_each_tag_of_the_default_templates_stands_in_one_run(templates):
    for path in sorted(templates.glob("*.docx")):
        with zipfile.ZipFile(path) as package:
            body = package.read("word/document.xml").decode()
        for run in re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body):
            assert run.count("{{") == run.count("}}"), (path.name, run)
            assert run.count("{%") == run.count("%}"), (path.name, run)
