"""The rule pack of a workspace: every YAML file below `rules/`, merged into one rulebook."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from service.errors import RuleError
from service.model.authority import AuthorityRule
from service.model.indicator import IndicatorRule
from service.model.rulebook import Example, FindingRule, KindRule, Pack, Round, Rulebook, SectionRule
from service.rules.registry import load_registry
from service.rules.schema import build, nearest
from service.rules.source import YamlFile, parse

if TYPE_CHECKING:
    from pathlib import Path

_TOP = ["pack", "kinds", "sections", "vocabulary", "authorities", "indicators", "findings", "examples"]


def load(folder: Path, language: str = "vi", congress_round: Round | None = None) -> Rulebook:
    """Read all rule files below `folder`; those in `units/` are the registry.

    Raises:
        RuleError: a file can't be read or a rule is wrong; nothing of the pack is used then.
    """
    texts = _texts(folder)
    files = [parse(name, text) for name, text in texts if not name.startswith("units/")]
    registry = load_registry([(name, text) for name, text in texts if name.startswith("units/")])
    for file in files:
        _known_keys(file)
    pack = _pack(files, folder)
    findings = _named(files, "findings", FindingRule)
    _sources_exist(files, pack, findings)
    content = "\0".join(f"{name}\0{text}" for name, text in texts)
    congress_round = congress_round or Round()
    digest = hashlib.sha256(f"{content}\0{language}\0{congress_round}".encode()).hexdigest()
    return Rulebook(
        pack=pack,
        language=language,
        findings=findings,
        kinds=_listed(files, "kinds", KindRule),
        sections=_listed(files, "sections", SectionRule),
        vocabulary=_vocabulary(files),
        authorities=_listed(files, "authorities", AuthorityRule),
        indicators=_listed(files, "indicators", IndicatorRule),
        registry=registry,
        examples=_examples(files, findings),
        round=congress_round,
        digest=digest,
    )


def _texts(folder: Path) -> list[tuple[str, str]]:
    found = []
    paths = [path for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml") and path.is_file()]
    for path in sorted(paths, key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        try:
            found.append((name, path.read_text("utf-8-sig")))
        except UnicodeDecodeError:
            raise RuleError("rules.not_utf8", file=name, line=1, column=1) from None
        except OSError as trouble:
            raise RuleError("rules.unreadable", file=name, line=1, column=1, problem=trouble.strerror or "") from None
    return found


def _known_keys(file: YamlFile) -> None:
    if file.data is None:
        return
    if not isinstance(file.data, dict):
        raise file.error("rules.not_mapping", (), name=file.name)
    for name in file.data:
        if name not in _TOP:
            key = "rules.unknown_key_like" if (like := nearest(name, _TOP)) else "rules.unknown_key"
            raise file.error(key, (name,), name=name, like=like, allowed=", ".join(_TOP))


def _parts(files: list[YamlFile], key: str) -> list[tuple[YamlFile, Any]]:
    return [(file, file.data[key]) for file in files if file.data and file.data.get(key) is not None]


def _pack(files: list[YamlFile], folder: Path) -> Pack:
    found = _parts(files, "pack")
    if not found:
        raise RuleError("rules.no_pack", file=str(folder), line=1, column=1)
    if len(found) > 1:
        raise found[1][0].error("rules.twice", ("pack",), name="pack")
    file, data = found[0]
    return build(Pack, file, ("pack",), data)


def _listed(files: list[YamlFile], key: str, kind: type[Any]) -> tuple[Any, ...]:
    rules: dict[str, Any] = {}
    for file, data in _parts(files, key):
        if not isinstance(data, list):
            raise file.error("rules.not_list", (key,), name=key)
        for n, entry in enumerate(data):
            rule = build(kind, file, (key, n), entry)
            if rule.id in rules:
                raise file.error("rules.twice", (key, n), name=rule.id)
            rules[rule.id] = rule
    return tuple(rules.values())


def _named(files: list[YamlFile], key: str, kind: type[Any]) -> dict[str, Any]:
    rules: dict[str, Any] = {}
    for file, data in _parts(files, key):
        if not isinstance(data, dict):
            raise file.error("rules.not_mapping", (key,), name=key)
        for name, entry in data.items():
            if name in rules:
                raise file.error("rules.twice", (key, name), name=name)
            rules[name] = build(kind, file, (key, name), entry)
    return rules


def _vocabulary(files: list[YamlFile]) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for file, data in _parts(files, "vocabulary"):
        if not isinstance(data, dict):
            raise file.error("rules.not_mapping", ("vocabulary",), name="vocabulary")
        for name, phrases in data.items():
            path = ("vocabulary", name)
            if name in lists:
                raise file.error("rules.twice", path, name=name)
            if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
                raise file.error("rules.not_phrases", path, name=name)
            lists[name] = tuple(phrases)
    return lists


def _sources_exist(files: list[YamlFile], pack: Pack, findings: dict[str, FindingRule]) -> None:
    for file, data in _parts(files, "findings"):
        for name in data:
            source = findings[name].source
            if source not in pack.sources:
                known = list(pack.sources)
                raise file.error("rules.no_source", ("findings", name, "source"), name=source, allowed=", ".join(known))


def _examples(files: list[YamlFile], findings: dict[str, FindingRule]) -> tuple[Example, ...]:
    examples: tuple[Example, ...] = _listed(files, "examples", Example)
    known = set(findings)
    for file, data in _parts(files, "examples"):
        for n, entry in enumerate(data):
            for name in ("fires", "silent"):
                for k, code in enumerate(entry.get(name) or ()):
                    if code.split(":")[0] not in known:
                        raise file.error("rules.unknown_finding", ("examples", n, name, k), name=code)
    return examples
