"""The first pages of the compendium say who stands in it, who doesn't, and what didn't come along."""

import io
from datetime import date

import docx

from service.model.compendium import LeftOut, Removed, Result, Taken
from service.outbox.city.compendium import captions, first_pages
from service.words import words

DAY = date(2020, 7, 6)
RESULT = Result(
    (
        Taken("a", "Theo báo cáo của Phường A", ("lessons_learned",), ((Removed.COMMENTS, 3), (Removed.LINKS, 1))),
        Taken("b", "Theo báo cáo của Phường B", ("lessons_learned",), (), ("lessons_learned",)),
        Taken("c", "Theo báo cáo của Phường C", ()),
    ),
    (LeftOut("d", "Theo báo cáo của Phường D", "file.encrypted"),),
)


def text_of(templates, city, registry, result, speech):
    document = docx.Document(io.BytesIO(first_pages(templates, city, result, registry, speech, issued=DAY)))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]


def test_what_did_not_come_along_is_told_unit_by_unit(templates, city, registry):
    assert text_of(templates, city, registry, RESULT, words())[-3:] == [
        "- d: không đưa vào được vì tệp đặt mật khẩu.",
        "- a: 3 góp ý bên lề; 1 liên kết ra ngoài tệp (giữ chữ).",
        ("- b: giữ đủ lời văn nhưng không giữ được cách trình bày ở phần: "
        "Bài học kinh nghiệm."),
    ]  # fmt: skip


def test_where_everything_came_along_nothing_is_said_of_it(templates, city, registry):
    said = text_of(templates, city, registry, Result((RESULT.taken[2],), ()), words())
    assert not [line for line in said if "Nội dung không đưa vào" in line]


def test_every_reason_and_everything_that_is_taken_out_has_words_in_both_languages(templates, city, registry):
    everything = tuple((kind, count) for kind in Removed for count in (1, 2))
    for key in ("file.corrupt", "file.too_large", "file.not_word", "file.image_only"):
        told = Result((Taken("a", "A", (), everything),), (LeftOut("b", "B", key),))
        for language in ("vi", "en"):
            assert len(text_of(templates, city, registry, told, words(language))) > 5


def test_the_chapters_are_the_four_sections_in_order(city):
    own = captions(city.unit, words())
    assert [section for section, _ in own.chapters] == [
        "resolution_results", "lessons_learned", "new_term_goals", "resolution29_alignment",
    ]  # fmt: skip
    assert own.chapters[0][1].startswith("Phần I. ")
