"""`tongket check`: files judged where they lie; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import UsageError
from service.executor.inline import Inline
from service.executor.interface import Done
from service.executor.processes import Processes
from service.flow.judging import SECONDS, Work, answer, given_up, prepare
from service.inbox.ignored import why_ignored
from service.inbox.seen import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from service.executor.interface import Executor
    from service.model.examination import Examination
    from service.model.rulebook import Rulebook

WORD_FILES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt"})
_WORTH_WORKERS = 24
"""With fewer files than this, starting workers costs more than it saves."""


def files_of(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """The files that are meant, in the order given, each with its folder below the path that was named.

    A folder means every Word file below it, but no Office lock files and other leftovers.

    Raises:
        UsageError: a path isn't there.
    """
    found: list[tuple[Path, str]] = []
    for path in paths:
        if path.is_dir():
            below = sorted(file for file in path.rglob("*") if file.suffix.lower() in WORD_FILES and file.is_file())
            wanted = (file for file in below if why_ignored(file.name) is None)
            found += [(file, _folder(file, path)) for file in wanted]
        elif path.exists():
            found.append((path, ""))
        else:
            raise UsageError("cli.error.no_such_path", path=shown(path))
    return found


def _folder(file: Path, top: Path) -> str:
    folder = file.parent.relative_to(top).as_posix()
    return "" if folder == "." else folder


def check_files(
    files: Sequence[tuple[Path, str]], rulebook: Rulebook, workers: int, step: Callable[[], None] = lambda: None
) -> list[Examination]:
    """Judge files; the answers come in the order of the files.

    Args:
        files: from `files_of`.
        rulebook: the rules.
        workers: most worker processes to use.
        step: called after each file, for a progress bar.

    Raises:
        UsageError: a file can't be opened.
    """
    work = [Work(path, path.name, folder, number) for number, (path, folder) in enumerate(files)]
    for item in work:
        must_open(item.path)
    answers: dict[int, Examination] = {}
    with _executor(len(work), rulebook, workers) as executor:
        for number, examination in _answers(executor, work, rulebook):
            answers[number] = examination
            step()
    return [answers[number] for number in range(len(work))]


def _answers(executor: Executor, work: Sequence[Work], rulebook: Rulebook) -> Iterator[tuple[int, Examination]]:
    for outcome in executor.each(answer, work):
        if isinstance(outcome, Done):
            yield outcome.item.key, outcome.value
        else:
            yield outcome.item.key, given_up(outcome, rulebook)


def _executor(count: int, rulebook: Rulebook, workers: int) -> Executor:
    if workers < 2 or count < _WORTH_WORKERS:
        return Inline(prepare, (rulebook,))
    return Processes(workers, prepare, (rulebook,), SECONDS)


def must_open(path: Path) -> None:
    """See that a file can be read.

    Raises:
        UsageError: it isn't there, is no ordinary file, or can't be opened.
    """
    if not path.exists():
        raise UsageError("cli.error.no_such_path", path=shown(path))
    if not path.is_file():  # a pipe would be waited for without end
        raise UsageError("cli.error.not_a_file", path=shown(path))
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as trouble:
        raise UsageError("cli.error.cannot_open", path=shown(path), reason=trouble.strerror or "") from trouble
