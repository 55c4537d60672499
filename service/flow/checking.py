"""`tongket check`: files judged where they lie; nothing is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from service.errors import UsageError
from service.executor.inline import Inline
from service.executor.interface import Done
from service.executor.processes import Processes
from service.flow.judging import SECONDS, Work, answer, given_up, prepare
from service.flow.opening import must_open
from service.flow.unpacking import WORD_FILES, unpacked
from service.inbox.ignored import why_ignored
from service.inbox.seen import is_archive
from service.read.gate import MAX_FILE
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from service.executor.interface import Executor
    from service.model.examination import Examination
    from service.model.rulebook import Rulebook

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
    """Judge files; the answers come in the order of the files, those of an archive in its own order.

    Args:
        files: from `files_of`; an archive of mail attachments stands for every file in it.
        rulebook: the rules.
        workers: most worker processes to use.
        step: called after each file, for a progress bar.

    Raises:
        UsageError: a file can't be opened.
    """
    for path, _ in files:
        must_open(path)
    work = [replace(one, key=number) for number, one in enumerate(_works(files))]
    left = Counter(item.path for item in work)
    answers: dict[int, Examination] = {}
    with _executor(len(work), rulebook, workers) as executor:
        for number, examination in _answers(executor, work, rulebook):
            answers[number] = examination
            left[work[number].path] -= 1
            if not left[work[number].path]:
                step()
    return [answers[number] for number in range(len(work))]


def _works(files: Iterable[tuple[Path, str]]) -> Iterator[Work]:
    for path, folder in files:
        inside = unpacked(path.read_bytes(), path.name) if _opens(path) else ()
        if not inside:
            yield Work(path, path.name, folder)
        for one in inside:
            name = f"{path.name}/{one.name}"
            yield Work(path, name, f"{folder}/{name}".rpartition("/")[0].strip("/"), data=one.data)


def _opens(path: Path) -> bool:
    return is_archive(path.name) and path.stat().st_size <= MAX_FILE


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
