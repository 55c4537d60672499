"""What a file's name says of its version, and what is left of it when that is taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.language import plain

_SUFFIX = re.compile(r"\.(?:docx?|docm|dotx?|dotm|rtf|odt|pdf|zip)$")
_GAPS = re.compile(r"[\s_\-.,;()\[\]{}~+–]+")

_CONFLICT = re.compile(r"\([^()]*conflicted copy[^()]*\)|\bconflicted copy\b|\.sync-conflict-[\d\-]*[a-z\d]*")
_COPY = re.compile(
    r"\(\d{1,2}\)|[- ](?:copy|ban sao)(?: \(?\d{1,2}\)?)?$|^copy (?:\(\d{1,2}\) )?of |^ban sao (?:cua )?"
)
_DATES = (
    re.compile(r"\b(?:ngay )?[0-3]?\d (?:thang )?[01]?\d (?:nam )?(?:20)?\d\d\b"),
    re.compile(r"\b20\d\d [01]?\d [0-3]?\d\b"),
    re.compile(r"\b20\d\d[01]\d[0-3]\d\b|\b[0-3]\d[01]\d20\d\d\b"),
    re.compile(r"\b(?:ngay )[0-3]?\d [01]?\d\b"),
)
_NUMBERED = re.compile(
    r"\b(?:(?:da )?(?:sua|chinh sua|gui|du thao|bo sung) )?(?:lan thu|lan|ver|version|v|ban) ?(\d{1,2})\b"
)
_LAST_WORDS = re.compile(
    r" (?:da sua|sua lai|chinh sua|sua|gui lai|bo sung|ban chinh thuc|chinh thuc|hoan chinh|hoan thien|ban cuoi|"
    r"lan cuoi|cuoi cung|cuoi|moi nhat|moi|new|latest|final ?\d{0,2}|du thao|draft|ban ghi chu|co ghi chu|ban sua|"
    r"ok|xong|in|trinh|gop y|sau gop y)$"
)
_COMMON = frozenset([
    "bao", "cao", "bc", "bctk", "tong", "ket", "tk", "nhiem", "ky", "nk", "hoi", "khuyen", "hoc", "hkh", "ban", "chap",
    "hanh", "bch", "trinh", "dai", "hoi", "dh", "chinh", "tri", "so", "cua", "va", "file", "van", "thao", "mau", "cap",
    "phuong", "quan", "huyen", "thi", "tran", "thanh", "pho", "nam", "hien", "tai", "lieu", "ghi", "chu",
])  # fmt: skip
"""Words of any office's file names: they tell nobody's from anybody else's."""


@dataclass(frozen=True, slots=True)
class FileName:
    """A file's name, apart from what people and programs add for each version."""

    stem: str
    """What is left: without accents, one space between words; empty where nothing is."""
    number: int | None = None
    """Which version it says it is ("lần 2", "v3"); None where it doesn't say."""
    copy: bool = False
    """Made by a sync program, a browser or a copy beside the file."""

    @property
    def telling(self) -> bool:
        """Whether it holds a word that not every office's file has."""
        return any(len(word) > 2 and not word.isdigit() and word not in _COMMON for word in self.stem.split())


def read_name(name: str) -> FileName:
    """Take a file name apart."""
    bare = " ".join(plain(name).replace("_", " ").split())
    bare = _SUFFIX.sub("", bare).strip()
    single = _COPY.sub(" ", _CONFLICT.sub(" ", bare).strip())
    parted = " ".join(_GAPS.sub(" ", single).split())
    for date in _DATES:
        parted = date.sub(" ", parted)
    numbers = [int(found) for found in _NUMBERED.findall(parted)]
    parted = f" {' '.join(_NUMBERED.sub(' ', parted).split())}"
    while (shorter := _LAST_WORDS.sub("", parted)) != parted:
        parted = shorter
    return FileName(" ".join(parted.split()), numbers[-1] if numbers else None, single != bare)
