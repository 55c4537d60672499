"""Whether one paragraph is a heading of its own, by its style, label and looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.language import opening, words_in
from service.outline.labelled import counting, dashed, labelled
from service.outline.labels import Label, LabelKind
from service.outline.looks import ENUMERATED, SENTENCE_END, in_capitals, is_annex, style_level
from service.outline.page import ANNEX_RANK, Page, Verdict
from service.outline.unlabelled import unlabelled

if TYPE_CHECKING:
    from service.model.manuscript import Paragraph


def judged(on: Page, paragraph: Paragraph, label: Label) -> Verdict | None:
    """The verdict on a paragraph that may be a heading of its own; None where it is none."""
    text = label.rest or paragraph.text.strip()
    words = words_in(label.rest)
    level = style_level(paragraph)
    if level is not None and words <= 60:
        return Verdict(_rank_of_style(paragraph, label, level), 0.98, "style")
    if label.kind in (LabelKind.PART, LabelKind.CHAPTER):
        sentence = words > 15 and text.endswith(SENTENCE_END) and not (paragraph.look.bold or in_capitals(paragraph))
        return Verdict(label.rank, 0.98, "part label") if words <= 45 and not sentence else None
    if label.kind is LabelKind.DASH:
        return dashed(on, paragraph, label, words)
    if label.kind is LabelKind.NONE and ENUMERATED.match(opening(text)):
        return counting(on, paragraph)
    if label.kind is not LabelKind.NONE:
        return labelled(on, paragraph, label, words)
    return unlabelled(on, paragraph, text)


def _rank_of_style(paragraph: Paragraph, label: Label, level: int) -> int:
    if label.kind is not LabelKind.NONE:
        return label.rank
    return ANNEX_RANK if is_annex(paragraph) else 8 + 10 * level
