"""A workspace: making one, telling one, and the rules that hold in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from service.defaults import folder
from service.errors import WorkspaceError
from service.model.unit import Registry
from service.rules import assemble, read_texts
from service.rules import load as load_rules
from service.rules.waivers import load_waivers
from service.settings import FILE, default_toml, load
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from service.model.rulebook import Rulebook
    from service.model.waiver import Waiver
    from service.rules import RuleText
    from service.settings import Settings
    from service.words import Words

_LEDGER = "ledger.sqlite"
WAIVERS = "mien-tru.yaml"
"""The file of waivers, where the settings name no other one."""


def make_workspace(root: Path, words: Words) -> tuple[list[str], list[str]]:
    """Make what lacks; return the names of what was made and of what was there before, which stays as it is.

    Raises:
        WorkspaceError: a folder or file can't be made.
    """
    made: list[str] = []
    kept: list[str] = []
    try:
        root.mkdir(parents=True, exist_ok=True)
        for name in ("inbox", "outbox"):
            (made if _make_folder(root / name) else kept).append(f"{name}/")
        for name in ("rules", "templates"):
            _copy_tree(folder(name), root / name, root, made, kept)
        (made if _write_new(root / FILE, default_toml(words).encode()) else kept).append(FILE)
        (made if _write_new(root / WAIVERS, words.say("cli.waive.file").encode()) else kept).append(WAIVERS)
    except OSError as trouble:
        raise WorkspaceError("cli.error.cannot_make", path=shown(root), reason=trouble.strerror or "") from trouble
    return made, kept


def ledger_file(settings: Settings) -> Path:
    """Where the ledger of a workspace lies."""
    return settings.state / _LEDGER


def rulebook_of(settings: Settings, language: str = "") -> Rulebook:
    """The pack of a workspace, in the language of its outputs unless another one is named.

    Raises:
        RuleError: a rule is wrong; nothing of the pack is used.
        WorkspaceError: the folder is no workspace.
    """
    return assembled(read_rules(settings), settings, language)


def read_rules(settings: Settings) -> tuple[RuleText, ...]:
    """The rule files of a workspace as they are written, the office's own among them.

    Raises:
        RuleError: a file can't be read.
        WorkspaceError: the folder is no workspace.
    """
    if not settings.rules.is_dir():
        raise WorkspaceError("cli.error.no_workspace", path=shown(settings.root), file=FILE)
    _must_be(settings.office_rules)
    return read_texts(settings.rules, settings.office_rules)


def assembled(texts: Sequence[RuleText], settings: Settings, language: str = "") -> Rulebook:
    """The pack that rule files make, with what the settings say of it.

    Raises:
        RuleError: a rule is wrong.
    """
    rulebook = assemble(texts, language or settings.language, settings.round, str(settings.rules))
    return replace(rulebook, registry=_with_deadlines(rulebook.registry, settings))


def waivers_of(settings: Settings, rulebook: Rulebook) -> tuple[Waiver, ...]:
    """What the office's file accepts; nothing where there is no such file.

    Raises:
        RuleError: the file is wrong.
        WorkspaceError: it can't be read.
    """
    file = settings.waivers
    if file is None or not file.exists():
        return ()
    try:
        data = file.read_bytes()
    except OSError as trouble:
        raise WorkspaceError("cli.waive.unreadable", path=shown(file), reason=trouble.strerror or "") from trouble
    return load_waivers(file.name, data, {unit.id for unit in rulebook.registry.units})


def rules_of_workspace(root: Path | None, language: Callable[[str], str]) -> tuple[Rulebook, Settings]:
    """The rules and settings of a workspace; of the present folder, or else the defaults, where none is named.

    Args:
        root: the workspace that was named, if any.
        language: from the language of the workspace to the reader's.

    Raises:
        RuleError: the settings or a rule are wrong.
        WorkspaceError: what was named is no workspace.
    """
    if root is None and not _is_workspace(Path()):
        settings = load(folder("rules"))  # where no settings file lies: the defaults
        return load_rules(folder("rules"), language(settings.language), settings.round), settings
    settings = load(root or Path())
    return rulebook_of(settings, language(settings.language)), settings


def _must_be(office_rules: Path | None) -> None:
    """A folder that the settings name and that isn't there is no office without changes."""
    if office_rules is not None and not office_rules.is_dir():
        raise WorkspaceError("workspace.no_office_rules", path=shown(office_rules), file=FILE)


def _is_workspace(root: Path) -> bool:
    return (root / FILE).is_file() or (root / "rules" / "pack.yaml").is_file()


def _with_deadlines(registry: Registry, settings: Settings) -> Registry:
    """The last day that the settings give a level, for each unit that has none of its own."""
    if not settings.deadlines:
        return registry
    units = (replace(unit, deadline=unit.deadline or settings.deadlines.get(unit.level)) for unit in registry.units)
    return Registry(tuple(units), registry.source)


def _make_folder(path: Path) -> bool:
    if path.is_dir():
        return False
    path.mkdir(parents=True)
    return True


def _write_new(path: Path, data: bytes) -> bool:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True


def _copy_tree(source: Path, target: Path, root: Path, made: list[str], kept: list[str]) -> None:
    for file in sorted(source.rglob("*")):
        if not file.is_file() or file.name.startswith((".", "~")):
            continue
        goal = target / file.relative_to(source)
        goal.parent.mkdir(parents=True, exist_ok=True)
        new = _write_new(goal, file.read_bytes())
        (made if new else kept).append(goal.relative_to(root).as_posix())
