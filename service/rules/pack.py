"""The rule pack of a workspace: every YAML file below `rules/`, merged into one rulebook."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from service.errors import RuleError
from service.model.authority import AuthorityRule
from service.model.example import Example
from service.model.indicator import IndicatorRule
from service.model.rulebook import FindingRule, KindRule, Pack, Round, Rulebook, SectionRule
from service.rules.examples import check_examples, read_bases
from service.rules.overlay import CHANGES, lay_over
from service.rules.registry import load_registry
from service.rules.schema import build, unknown_key
from service.rules.sound import check_complete, check_file
from service.rules.source import YamlFile, parse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OFFICE: Final = "office"
"""The folder below the rules, or named in the settings, for what an office changes."""

_TOP: Final = ("pack", "kinds", "sections", "vocabulary", "authorities", "indicators", "findings", "bases", "examples")
_FINGERPRINT: Final = 8


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule file as it was written."""

    name: str
    """Its path below the rules, with "/" between parts."""
    text: str
    office: bool = False
    """Whether it is one of the office's own, laid over the pack."""

    @property
    def registry(self) -> bool:
        """Whether it is a list of units."""
        return self.name.startswith("units/")


def load(
    folder: Path, language: str = "vi", congress_round: Round | None = None, office: Path | None = None
) -> Rulebook:
    """Read all rule files below `folder`; those in `units/` are the registry, those in `office/` are laid over.

    Args:
        folder: the pack.
        language: of the findings' words.
        congress_round: the round that is gathered.
        office: another folder of files to lay over the pack.

    Raises:
        RuleError: a file can't be read or a rule is wrong; nothing of the pack is used then.
    """
    return assemble(read_texts(folder, office), language, congress_round, str(folder))


def assemble(
    texts: Sequence[RuleText], language: str = "vi", congress_round: Round | None = None, name: str = "rules/"
) -> Rulebook:
    """Make the rulebook of rule files that were read; `name` is what they are called together.

    Raises:
        RuleError: a rule is wrong.
    """
    base = [parse(each.name, each.text) for each in texts if not (each.registry or each.office)]
    office = [replace(parse(each.name, each.text), office=True) for each in texts if each.office]
    for file in base:
        _known_keys(file, _TOP)
    for file in office:
        _known_keys(file, (*_TOP[1:], CHANGES))
    changes = lay_over(base, office)
    files = [*base, *office]
    congress_round = congress_round or Round()
    rulebook = Rulebook(
        pack=_pack(files, name),
        language=language,
        findings=_named(files, "findings", FindingRule),
        kinds=_listed(files, "kinds", KindRule),
        sections=_listed(files, "sections", SectionRule),
        vocabulary=_vocabulary(files),
        authorities=_listed(files, "authorities", AuthorityRule),
        indicators=_listed(files, "indicators", IndicatorRule),
        registry=load_registry([(each.name, each.text) for each in texts if each.registry]),
        examples=_listed(files, "examples", Example),
        bases=read_bases(files),
        round=congress_round,
        digest=digest_of(texts, language, congress_round),
        fingerprint=_hash([each for each in texts if not _only_examples(each)])[:_FINGERPRINT],
        changes=changes,
    )
    _sound(files, rulebook)
    return rulebook


def digest_of(texts: Sequence[RuleText], language: str, congress_round: Round) -> str:
    """The hash by which one rulebook is told from another: of what was read, not of when."""
    return _hash(texts, language, str(congress_round))


def read_texts(folder: Path, office: Path | None = None) -> tuple[RuleText, ...]:
    """The rule files of a folder in the order of their names, then those of the office.

    Raises:
        RuleError: a file can't be read.
    """
    found = [RuleText(name, text, office=name.startswith(f"{OFFICE}/")) for name, text in _texts(folder)]
    if office is not None and office.resolve() != (folder / OFFICE).resolve():
        found += [RuleText(f"{office.name}/{name}", text, office=True) for name, text in _texts(office)]
    return tuple(sorted(found, key=lambda each: each.office))


def _only_examples(text: RuleText) -> bool:
    return text.name.startswith("examples/") or text.name == "examples.yaml"


def _hash(texts: Sequence[RuleText], *more: str) -> str:
    parts = [part for each in texts for part in (each.name, each.text)]
    return hashlib.sha256("\0".join((*parts, *more)).encode()).hexdigest()


def _texts(folder: Path) -> list[tuple[str, str]]:
    paths = [path for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml") and path.is_file()]
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return [(name, _text(name, path)) for name, path in sorted(names.items()) if not path.name.startswith((".", "~"))]


def _text(name: str, path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as trouble:
        raise RuleError("rules.unreadable", file=name, line=1, column=1, problem=trouble.strerror or "") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        before = data[: trouble.start]
        line, column = before.count(b"\n") + 1, trouble.start - (before.rfind(b"\n") + 1) + 1
        raise RuleError("rules.not_utf8", file=name, line=line, column=column) from None


def _known_keys(file: YamlFile, known: Sequence[str]) -> None:
    if file.data is None:
        return
    if not isinstance(file.data, dict):
        raise file.error("rules.need_mapping", (), name=file.name)
    for name in file.data:
        if name not in known:
            raise unknown_key(file, (name,), name, known)


def _parts(files: list[YamlFile], key: str) -> list[tuple[YamlFile, Any]]:
    return [(file, file.data[key]) for file in files if file.data and file.data.get(key) is not None]


def _pack(files: list[YamlFile], name: str) -> Pack:
    found = _parts(files, "pack")
    if not found:
        raise RuleError("rules.no_pack", file=name, line=1, column=1)
    if len(found) > 1:
        raise found[1][0].error("rules.twice", ("pack",), name="pack")
    file, data = found[0]
    return build(Pack, file, ("pack",), data)


def _listed(files: list[YamlFile], key: str, kind: type[Any]) -> tuple[Any, ...]:
    rules: dict[str, Any] = {}
    for file, data in _parts(files, key):
        if not isinstance(data, list):
            raise file.error("rules.need_list", (key,), name=key)
        for n, entry in enumerate(data):
            rule = build(kind, file, (key, n), entry)
            if rule.id in rules:
                raise file.error(_twice(file), (key, n), name=rule.id)
            rules[rule.id] = rule
    return tuple(rules.values())


def _named(files: list[YamlFile], key: str, kind: type[Any]) -> dict[str, Any]:
    rules: dict[str, Any] = {}
    for file, data in _mappings(files, key):
        for name, entry in data.items():
            if name in rules:
                raise file.error(_twice(file), (key, name), name=name)
            rules[name] = build(kind, file, (key, name), entry)
    return rules


def _vocabulary(files: list[YamlFile]) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for file, data in _mappings(files, "vocabulary"):
        for name, phrases in data.items():
            path = ("vocabulary", name)
            if name in lists:
                raise file.error(_twice(file), path, name=name)
            if not isinstance(phrases, list):
                raise file.error("rules.need_list", path, name=name)
            for n, phrase in enumerate(phrases):
                if not isinstance(phrase, str):
                    raise file.error("rules.need_text", (*path, n), name=name, value=phrase)
            lists[name] = tuple(phrases)
    return lists


def _mappings(files: list[YamlFile], key: str) -> list[tuple[YamlFile, dict[str, Any]]]:
    found = _parts(files, key)
    for file, data in found:
        if not isinstance(data, dict):
            raise file.error("rules.need_mapping", (key,), name=key)
    return found


def _twice(file: YamlFile) -> str:
    """An office that writes a rule of the pack anew most likely meant to change it."""
    return "rules.twice_office" if file.office else "rules.twice"


def _sound(files: list[YamlFile], rulebook: Rulebook) -> None:
    for file in files:
        check_file(file)
        _sources_exist(file, rulebook)
        check_examples(file, rulebook)
    check_complete(files, rulebook.findings)


def _sources_exist(file: YamlFile, rulebook: Rulebook) -> None:
    known = rulebook.pack.sources
    for name in (file.data or {}).get("findings") or ():
        source = rulebook.findings[name].source
        if source not in known:
            path = ("findings", name, "source")
            raise file.error("rules.no_source", path, name=source, allowed=", ".join(known) or "–")
