"""What the judges rely on beyond the form of a rule: known names, every finding's words, blanks that can be filled.

Found out here, a slip has its line; found out by a judge, it would cost a report its answer.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any, Final

from service.check.authorities.citations import KINDS
from service.check.authorities.particulars import ISSUERS
from service.language import syllables
from service.model.examination import PARTS, SECTIONS, Kind, Severity
from service.rules.schema import spoken, unknown_key, unknown_value
from service.rules.source import YamlFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from service.rules.source import Path

CODES: Final = (
    "section.missing", "section.thin", "goals.part_missing", "goals.unquantified", "results.uncompared",
    "results.wrong_resolution", "authority.missing", "authority.misquoted", "authority.anachronism",
    "term.direction_old", "term.mismatch", "term.other_round", "figure.total", "figure.percent", "figure.unit",
    "figure.conflict", "placeholder.left", "unit.foreign", "document.wrong_kind", "document.several",
    "document.tracked_changes", "document.comments", "document.hidden_text", "document.legacy_font", "file.empty",
    "file.corrupt", "file.encrypted", "file.not_word", "file.too_large", "file.image_only",
)  # fmt: skip
"""Every finding of contract version 1; a pack has words for each, and may have more."""

ALWAYS: Final = ("file.", "section.", "document.wrong_kind")
"""Without these a report would be faulted or refused without a word: they can't be drafted, tried out or retired."""

LANGUAGES: Final = ("vi", "en")
_SAID: Final = ("message", "why", "fix")
_LIFE: Final = ("state", "effective_from", "effective_to")


def check_file(file: YamlFile) -> None:
    """Look over the rules of one file, whose form is known to be right.

    Raises:
        RuleError: the first slip, with file, line and column.
    """
    data = file.data or {}
    _phrases_differ(file)
    for kind in ("authorities", "indicators"):
        for n, rule in enumerate(data.get(kind) or ()):
            _life(file, (kind, n), rule)
    for code, rule in (data.get("findings") or {}).items():
        _life(file, ("findings", code), rule)
        if code.startswith(ALWAYS) and (found := [key for key in _LIFE if key in rule]):
            raise file.error("rules.always_active", ("findings", code, found[0]), name=code)
        _finding(file, ("findings", code), rule)
    for n, rule in enumerate(data.get("sections") or ()):
        _known(file, ("sections", n), rule, {"id": SECTIONS})
        _known_keys(file, ("sections", n, "parts"), rule.get("parts") or {}, PARTS)
    for n, rule in enumerate(data.get("kinds") or ()):
        _known(file, ("kinds", n), rule, {"id": tuple(Kind)})
    for n, rule in enumerate(data.get("authorities") or ()):
        names = {"kind": tuple(KINDS), "issuers": tuple(ISSUERS), "loose_issuers": tuple(ISSUERS)}
        _known(file, ("authorities", n), rule, names | {"severity": tuple(Severity)})


def check_complete(files: Collection[YamlFile], findings: Collection[str]) -> None:
    """See that nothing lacks without which a good report would be faulted, wherever it stands.

    Raises:
        RuleError: a required section, the kind of a term report, all authorities or all indicators lack; or a
            finding of the contract has no words, which is told at the place where the other findings are.
    """
    _check_lists(files)
    lacking = [code for code in CODES if code not in findings]
    if lacking:
        file = next((file for file in files if file.data and "findings" in file.data), YamlFile("pack.yaml", None, {}))
        raise file.error("rules.lacks_findings", ("findings",), codes=", ".join(lacking))


def _check_lists(files: Collection[YamlFile]) -> None:
    """A file that was deleted or emptied is no rule that nothing is to be found."""
    ids = {
        name: {rule.get("id") for file in files for rule in (file.data or {}).get(name) or ()}
        for name in ("sections", "kinds", "authorities", "indicators")
    }
    lacking = [f"sections: {section}" for section in SECTIONS if section not in ids["sections"]]
    lacking += [] if Kind.TERM_REPORT in ids["kinds"] else [f"kinds: {Kind.TERM_REPORT}"]
    lacking += [name for name in ("authorities", "indicators") if not ids[name]]
    if lacking:
        raise YamlFile("rules/", None, {}).error("rules.lacks_rules", names=", ".join(lacking))


def _life(file: YamlFile, path: Path, rule: Mapping[str, Any]) -> None:
    """A retired rule is kept for the reports of its time: so its time must be told."""
    first, last = str(rule.get("effective_from") or ""), str(rule.get("effective_to") or "")
    if rule.get("state") == "retired" and not last:
        raise file.error("rules.retired_when", (*path, "state"), name=spoken(path))
    if first and last and last < first:
        raise file.error("rules.dates_reversed", (*path, "effective_to"), name=spoken(path))


def _phrases_differ(file: YamlFile) -> None:
    """A phrase that stands twice in a list is a slip: the second was meant to be another one, or is idle."""
    for path, phrases in _lists(file.data or {}):
        known: dict[tuple[str, ...], str] = {}
        for n, phrase in enumerate(phrases):
            words = syllables(phrase) if isinstance(phrase, str) else ()
            if words in known:
                raise file.error("rules.same_phrase", (*path, n), name=phrase, other=known[words])
            if words:
                known[words] = phrase


def _lists(data: Mapping[str, Any]) -> Iterator[tuple[Path, list[Any]]]:
    for name, phrases in (data.get("vocabulary") or {}).items():
        yield ("vocabulary", name), phrases or []
    for kind in ("sections", "kinds"):
        for n, rule in enumerate(data.get(kind) or ()):
            yield from (((kind, n, key), value) for key, value in rule.items() if isinstance(value, list))
            parts = (rule.get("parts") or {}).items()
            yield from (((kind, n, "parts", part), value) for part, value in parts)


def _finding(file: YamlFile, path: Path, rule: Mapping[str, Any]) -> None:
    _known(file, path, rule, {"severity": tuple(Severity)})
    variants = rule.get("variants") or {}
    for name, languages in variants.items():
        _known_keys(file, (*path, "variants", name), languages, LANGUAGES)
    wordings = [((*path, language), rule[language]) for language in LANGUAGES]
    wordings += [
        ((*path, "variants", name, language), wording)
        for name, languages in variants.items()
        for language, wording in languages.items()
    ]
    for place, wording in wordings:
        for said in _SAID:
            _fillable(file, (*place, said), wording[said])


def _fillable(file: YamlFile, path: Path, text: str) -> None:
    """Braces hold a plain name: anything else would fail, or show something strange, when a report is judged."""
    try:
        blanks = [(name, spec or turned) for _, name, spec, turned in string.Formatter().parse(text)]
    except ValueError:
        raise file.error("rules.bad_braces", path, name=path[-1]) from None
    for name, more in blanks:
        if name is not None and (more or not name.isidentifier()):
            raise file.error("rules.bad_braces", path, name=path[-1])


def _known(file: YamlFile, path: Path, rule: Mapping[str, Any], names: Mapping[str, Collection[str]]) -> None:
    """See that these values of a rule, or each of a list of them, are names that the judges know."""
    for key, allowed in names.items():
        for place, value in _each((*path, key), rule.get(key)):
            if value not in allowed:
                raise unknown_value(file, place, value, allowed)


def _each(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, list):
        yield from (((*path, n), str(item).strip()) for n, item in enumerate(value))
    elif value is not None:
        yield path, str(value).strip()


def _known_keys(file: YamlFile, path: Path, found: Mapping[str, Any], allowed: Collection[str]) -> None:
    for name in found:
        if name not in allowed:
            raise unknown_key(file, (*path, name), name, allowed)
