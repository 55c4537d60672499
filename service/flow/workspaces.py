"""`tongket init`: a workspace with the default rules, templates, registry and settings. Never overwrites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.defaults import folder
from service.errors import WorkspaceError
from service.inbox.seen import shown
from service.settings import FILE, default_toml

if TYPE_CHECKING:
    from pathlib import Path

    from service.words import Words


def make_workspace(root: Path, words: Words) -> tuple[list[str], list[str]]:
    """Make what lacks; return the names of what was made and of what was there before.

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
    except OSError as trouble:
        raise WorkspaceError("cli.error.cannot_make", path=shown(root), reason=trouble.strerror or "") from trouble
    return made, kept


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
        if not file.is_file() or "__pycache__" in file.parts or file.name.startswith((".", "~")):
            continue
        goal = target / file.relative_to(source)
        goal.parent.mkdir(parents=True, exist_ok=True)
        new = _write_new(goal, file.read_bytes())
        (made if new else kept).append(goal.relative_to(root).as_posix())
