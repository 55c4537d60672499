"""Names in an inbox that are nobody's report, each with the reason why."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Ignored:
    """A pattern of names that are passed over, and the key of the reason."""

    pattern: str
    """In lower case; `*` and `?` as in a shell."""
    reason: str


_OFFICE = "inbox.ignored.office"
_COPYING = "inbox.ignored.copying"
_SYSTEM = "inbox.ignored.system"
_SYNC = "inbox.ignored.sync"
_HIDDEN = "inbox.ignored.hidden"

KNOWN = (
    Ignored("~$*", _OFFICE),  # Word: who has the file open
    Ignored("~wrd*.tmp", _OFFICE),  # Word: being saved
    Ignored("~wrl*.tmp", _OFFICE),  # Word: the version before
    Ignored(".~lock.*#", _OFFICE),  # LibreOffice: who has the file open
    Ignored("*.tmp", _COPYING),
    Ignored("*.part", _COPYING),  # Firefox, Nextcloud, rsync
    Ignored("*.partial", _COPYING),
    Ignored("*.filepart", _COPYING),  # WinSCP
    Ignored("*.crdownload", _COPYING),  # Chrome, Edge, Cốc Cốc
    Ignored("*.opdownload", _COPYING),  # Opera
    Ignored("*.download", _COPYING),  # Safari
    Ignored(".syncthing.*", _SYNC),
    Ignored("~syncthing~*", _SYNC),  # Syncthing on Windows
    Ignored(".stfolder", _SYNC),
    Ignored(".stversions", _SYNC),
    Ignored("._*", _SYSTEM),  # macOS: a file's second half on a foreign disk
    Ignored(".ds_store", _SYSTEM),  # macOS
    Ignored("__macosx", _SYSTEM),  # macOS: from its archives
    Ignored("thumbs.db", _SYSTEM),  # Windows
    Ignored("ehthumbs.db", _SYSTEM),  # Windows
    Ignored("desktop.ini", _SYSTEM),  # Windows
    Ignored("$recycle.bin", _SYSTEM),  # Windows
    Ignored("system volume information", _SYSTEM),  # Windows
    Ignored("@eadir", _SYSTEM),  # Synology
    Ignored("#recycle", _SYSTEM),  # Synology
    Ignored("#snapshot", _SYSTEM),  # Synology
    Ignored("lost+found", _SYSTEM),  # Linux
    Ignored(".*", _HIDDEN),
)

BY_SETTING = "inbox.ignored.setting"
NOT_A_FILE = "inbox.ignored.not_a_file"


def why_ignored(name: str, patterns: Iterable[str] = ()) -> str | None:
    """The key of the reason why `name` is passed over; None where it isn't."""
    lower = name.lower()
    known = next((entry.reason for entry in KNOWN if fnmatchcase(lower, entry.pattern)), None)
    if known is None and any(fnmatchcase(lower, pattern.lower()) for pattern in patterns):
        return BY_SETTING
    return known
