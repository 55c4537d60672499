"""What a file still carries is told once each; a file that can't be judged gets its reason and a next step."""

import pytest

from service.check.documents.traits import judge_traits, unreadable
from service.errors import UnreadableReport
from service.model.examination import Severity
from service.model.manuscript import Aside, Format, Manuscript, Paragraph
from tests.check.builder import rules

VARIANTS = {
    "file.corrupt": ["cut", "damaged", "doctype", "unsafe", "no_main", "conversion"],
    "file.not_word": [
        "pdf", "text", "image", "lock", "spreadsheet", "presentation", "zip", "convertible", "no_office", "other",
    ],
    "file.empty": [], "file.encrypted": [], "file.too_large": [], "file.image_only": [],
}  # fmt: skip


def carrying(**more):
    return Manuscript(Format.DOCX, (Paragraph(0, "Báo cáo"),), **more)


def test_a_clean_file_has_no_finding():
    assert judge_traits(carrying(), rules()) == ()


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("insertions", "document.tracked_changes"),
        ("deletions", "document.tracked_changes"),
        ("comments", "document.comments"),
        ("hidden", "document.hidden_text"),
        ("legacy", "document.legacy_font"),
    ],
)
def test_each_thing_a_file_carries_is_one_finding_with_count_and_first_place(field, code):
    asides = (Aside(" ", 2), Aside("ghi chú nội bộ", 4, ".VnTime"), Aside("nữa", 9))
    (finding,) = judge_traits(carrying(**{field: asides}), rules())
    assert (finding.code, finding.quote, finding.paragraph) == (code, "ghi chú nội bộ", 4)
    assert finding.severity in (Severity.WARNING, Severity.INFO)
    assert " 3 " in finding.message


def test_insertions_and_deletions_are_counted_together():
    (finding,) = judge_traits(carrying(insertions=(Aside("thêm", 1),), deletions=(Aside("bỏ", 2),)), rules())
    assert (finding.quote, " 2 " in finding.message) == ("thêm", True)


def test_old_fonts_are_named():
    legacy = (Aside("a", 1, ".VnTime"), Aside("b", 2, "VNI-Times"), Aside("c", 3, ".VnTime"))
    (finding,) = judge_traits(carrying(legacy=legacy), rules())
    assert ".VnTime, VNI-Times" in finding.message


def test_letters_of_other_alphabets_are_told_once_with_their_first_place():
    read = Manuscript(Format.DOCX, (Paragraph(0, "Báo cáo"), Paragraph(1, "tоàn huyện"), Paragraph(2, "ВÀI học, ВÀI")))
    (finding,) = judge_traits(read, rules())
    assert (finding.code, finding.severity) == ("document.odd_letters", Severity.INFO)
    assert (finding.quote, finding.paragraph) == ("tоàn", 1)
    assert " 3 " in finding.message
    assert "“tоàn”, “ВÀI”" in finding.message


def test_a_long_passage_is_cut_at_a_word():
    (finding,) = judge_traits(carrying(hidden=(Aside("chữ ẩn rất dài " * 40, 0),)), rules())
    assert len(finding.quote) <= 120
    assert ("chữ ẩn rất dài " * 40).startswith(finding.quote + " ")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("code", "variant"), [(code, variant) for code, more in VARIANTS.items() for variant in ["", *more]]
)
def test_every_reason_has_its_own_words_and_a_next_step(code, variant, language):
    pack = rules(language)
    finding = unreadable(pack, UnreadableReport(code, variant, cause="KeyError", quote="x"))
    assert (finding.code, finding.severity, finding.quote, finding.paragraph) == (code, Severity.ERROR, None, None)
    assert all((finding.message, finding.why, finding.fix, finding.source))
    if variant:
        assert finding.message != unreadable(pack, UnreadableReport(code)).message


def test_an_unknown_variant_gets_the_plain_words():
    assert unreadable(rules(), UnreadableReport("file.corrupt", "new")) == unreadable(
        rules(), UnreadableReport("file.corrupt")
    )
