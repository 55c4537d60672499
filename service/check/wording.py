"""Puts a finding into the words of the rule pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from service.model.examination import Certainty, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from service.model.rulebook import FindingRule, Rulebook, Wording


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Bilingual(str):
    """A name or a figure as Vietnamese readers write it, which knows how English ones do."""

    __slots__ = ("english",)

    def __new__(cls, vietnamese: str, english: str) -> Self:
        """Keep both."""
        made = super().__new__(cls, vietnamese)
        made.english = english
        return made

    english: str


def day(date: date) -> Bilingual:
    """A day as offices write it: "06/7/2020", "6 July 2020"."""
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return Bilingual(f"{date.day:02}/{month}/{date.year}", f"{date.day} {_MONTHS[date.month - 1]} {date.year}")


def finding(
    rulebook: Rulebook,
    code: str,
    *,
    variant: str = "",
    section: str | None = None,
    part: str | None = None,
    authority: str | None = None,
    quote: str | None = None,
    paragraph: int | None = None,
    certainty: Certainty = Certainty.SURE,
    indicator: str | None = None,
    severity: Severity | None = None,
    **blanks: object,
) -> Finding:
    """Return a finding of `code` in the pack's language.

    Args:
        rulebook: the pack in force; must know `code`.
        code: a code of the contract or of the pack.
        variant: special wording; the plain one is used where the pack has none of that name.
        section: id of the section concerned.
        part: part of the new term's goals concerned.
        authority: id of the authority concerned.
        quote: the document's own words; None where something is absent.
        paragraph: where the words stand.
        certainty: how sure the judge is.
        indicator: id of the indicator concerned.
        severity: another weight than the pack's.
        **blanks: values for the blanks of the wording; of a Bilingual one the form of the pack's language.
    """
    rule = rulebook.findings[code]
    wording = _wording(rule, rulebook.language, variant)
    english = rulebook.language == "en"
    values = _Blanks(
        {name: _in_language(one, english=english) for name, one in blanks.items()},
        quote=quote or "",
    )
    source = rulebook.pack.sources.get(rule.source)
    clause = (rule.clause_en if english else "") or rule.clause
    return Finding(
        code=code,
        severity=severity or Severity(rule.severity),
        message=wording.message.format_map(values),
        why=wording.why.format_map(values),
        fix=wording.fix.format_map(values),
        source=f"{source.title}: {clause}" if source else clause,
        section=section,
        part=part,
        authority=authority,
        quote=quote,
        paragraph=paragraph,
        certainty=certainty,
        indicator=indicator,
        **_held_against(values),
    )


def _in_language(one: object, *, english: bool) -> object:
    """A blank's value as the readers of one language write it; plain text, which may go to another process."""
    if isinstance(one, Bilingual):
        return one.english if english else str(one)
    return one


def _held_against(values: Mapping[str, object]) -> dict[str, str]:
    """What the report says and what is held against it, where both are told in words."""
    told = {name: one for name in ("found", "expected") if isinstance(one := values.get(name), str) and one}
    return told if len(told) == 2 else {}


def _wording(rule: FindingRule, language: str, variant: str) -> Wording:
    special = rule.variants.get(variant, {})
    return special.get(language) or (rule.en if language == "en" else rule.vi)


class _Blanks(dict[str, object]):
    def __init__(self, blanks: dict[str, object], **more: object) -> None:
        super().__init__({**more, **blanks})

    def __missing__(self, name: str) -> str:
        return "…"
