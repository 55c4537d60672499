"""Runs in legacy fonts as Unicode, each with its share of the decoded text."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from service.read import legacy, vni
from service.read.legacy import Encoding, Survey
from service.read.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.read.shown import RunFormat
    from service.read.story import Draft

Shown = list[tuple[str, "RunFormat"]]
"""The visible runs of a paragraph: words and how they are shown."""


def needs_decoding(visible: Shown) -> bool:
    """Whether any run may be in a legacy encoding, or is shown in capitals that aren't typed."""
    for text, look in visible:  # noqa: SIM110 - a loop costs half of what a generator does, for every paragraph
        if look.legacy or look.caps or (not text.isascii() and legacy.is_suspect(text)):
            return True
    return False


def decoded(visible: Shown, survey: Survey) -> tuple[Shown, str, str]:
    """The runs decoded, the passages that this changed, and the font of the first of them."""
    shown: Shown = []
    changed: list[str] = []
    font = ""
    for stretch in by_font(visible):
        whole = "".join(text for text, _ in stretch)
        words, encoding = legacy.decode(whole, stretch[0][1].font, survey)
        if encoding is not Encoding.UNICODE and words != whole:
            changed.append(tidy(words))
            font = font or stretch[0][1].font
        shown.extend(_shared_out(stretch, words, encoding))
    return [(text.upper() if look.caps else text, look) for text, look in shown], "".join(changed), font


def words_of(runs: Shown, survey: Survey) -> str:
    """The words of these runs, decoded."""
    stretches = ((stretch[0][1].font, "".join([text for text, _ in stretch])) for stretch in by_font(runs))
    return "".join([legacy.decode(text, font, survey)[0] for font, text in stretches])


def survey(drafts: Iterable[Draft]) -> Survey:
    """A survey of the fonts of these paragraphs."""
    return Survey(lambda: _passages(drafts))


def _passages(drafts: Iterable[Draft]) -> Iterator[tuple[str, str]]:
    """Font and text of every stretch."""
    for draft in drafts:
        for stretch in by_font([piece[:2] for piece in draft.pieces]):
            yield stretch[0][1].font, "".join([text for text, _ in stretch])


def by_font(visible: Sequence[tuple[str, RunFormat]]) -> list[list[tuple[str, RunFormat]]]:
    """Neighbouring runs of one font together: a letter may be split over them."""
    stretches: list[list[tuple[str, RunFormat]]] = []
    for text, look in visible:
        if stretches and stretches[-1][0][1].font == look.font:
            stretches[-1].append((text, look))
        else:
            stretches.append([(text, look)])
    return stretches


def _shared_out(stretch: list[tuple[str, RunFormat]], words: str, encoding: Encoding) -> list[tuple[str, RunFormat]]:
    """Give every run of a decoded stretch its part back."""
    if len({id(look) for _, look in stretch}) == 1:
        return [(words, stretch[0][1])]
    ends = list(accumulate(len(text) for text, _ in stretch))
    if encoding is Encoding.VNI:
        ends = vni.places("".join(text for text, _ in stretch), ends)
    ends[-1] = len(words)
    return [(words[start:end], look) for start, end, (_, look) in zip([0, *ends], ends, stretch, strict=False)]
