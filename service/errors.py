"""Everything that can go wrong, by what the reader can do about it.

    TongketError
    ├── UsageError          the call itself was wrong                     exit 2
    ├── UnreadableReport    one file can't be judged; becomes a finding   (never ends the service)
    ├── RuleError           a rule, registry or settings file is wrong    exit 3
    ├── WorkspaceError      folder missing, not writable, already in use  exit 4
    └── TemplateError       a template asks for what isn't there          exit 5

An error carries the key of its sentence in the catalogue (`service.words`) and the values for it;
the door turns it into words and an exit code. Other libraries' errors are translated in the room
that uses the library.
"""

from __future__ import annotations


class TongketError(Exception):
    """An error with a sentence for its reader: `key` in the catalogue and values for its blanks."""

    exit_code = 1

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions with keyword arguments don't pickle by themselves; workers send these back.
        return (_rebuild, (type(self), self.key, self.values))

    def __str__(self) -> str:
        blanks = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key} ({blanks})" if blanks else self.key


def _rebuild(kind: type[TongketError], key: str, values: dict[str, object]) -> TongketError:
    return kind(key, **values)


class UsageError(TongketError):
    """The call itself was wrong."""

    exit_code = 2


class UnreadableReport(TongketError):
    """A file that can't be judged. `key` is the finding's code, `variant` the special wording.

    Codes: file.empty, file.corrupt, file.encrypted, file.not_word, file.too_large, file.image_only.
    """

    def __init__(self, key: str, variant: str = "", **values: object) -> None:
        super().__init__(key, variant=variant, **values)
        self.variant = variant


class RuleError(TongketError):
    """A rule, registry or settings file is wrong; values hold file, line and column."""

    exit_code = 3


class WorkspaceError(TongketError):
    """The workspace can't be used as it is."""

    exit_code = 4


class TemplateError(TongketError):
    """A template of the office is broken or asks for something that isn't there."""

    exit_code = 5
