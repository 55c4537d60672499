"""Rich text: the words of an RTF document, without their formatting."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

_TOKEN = re.compile(
    rb"\\(?:'(?P<byte>[0-9a-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|(?P<sign>[^a-zA-Z']))"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+"
)
_BREAKS = {b"par": "\n", b"line": "\n", b"row": "\n", b"sect": "\n", b"page": "\n", b"cell": "\t", b"tab": "\t"}
_CHARACTERS = {
    b"emdash": "\u2014", b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c",
    b"rdblquote": "\u201d", b"bullet": "\u2022", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_SIGNS = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_SILENT = frozenset(
    (
        b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"headerl", b"headerr",
        b"headerf", b"footer", b"footerl", b"footerr", b"footerf", b"fldinst", b"listtext", b"themedata", b"datastore",
        b"generator", b"xmlnstbl", b"rsidtbl", b"listtable", b"listoverridetable", b"latentstyles", b"filetbl",
    )
)  # fmt: skip
_MAX_DEPTH = 1000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the group ends."""

    silent: bool = False
    hidden: bool = False
    skips: int = 1
    """How many characters follow a Unicode one for programs that don't know it."""


def text(data: bytes) -> str:
    """The visible words, one line a paragraph."""
    return _Reader(data).text()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._state = _State()
        self._groups: list[_State] = []
        self._spoken: list[str] = []
        self._skip = 0
        self._codec = "cp1252"

    def text(self) -> str:
        for token in _TOKEN.finditer(self._data):
            kind = token.lastgroup
            if kind == "brace":
                self._brace(token["brace"])
            elif kind in {"word", "number"}:
                self._word(token["word"], int(token["number"]) if token["number"] else None)
            elif kind == "byte":
                self._say(bytes([int(token["byte"], 16)]).decode(self._codec, "replace"))
            elif kind == "text":
                self._say(token["text"].decode(self._codec, "replace"))
            elif kind == "sign":
                self._sign(token["sign"])
        return "".join(self._spoken).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _brace(self, brace: bytes) -> None:
        self._skip = 0
        if brace == b"{" and len(self._groups) < _MAX_DEPTH:
            self._groups.append(self._state)
        elif brace == b"}" and self._groups:
            self._state = self._groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        if word == b"u" and number is not None:
            self._skip = 0
            self._say(chr(number % 0x10000))
            self._skip = self._state.skips
        elif word == b"uc":
            self._state = replace(self._state, skips=max(number or 0, 0))
        elif word == b"v":
            self._state = replace(self._state, hidden=number != 0)
        elif word == b"plain":
            self._state = replace(self._state, hidden=False)
        elif word in _SILENT:
            self._state = replace(self._state, silent=True)
        elif word == b"ansicpg":
            self._codec = _codec(number)
        else:
            self._say(_BREAKS.get(word) or _CHARACTERS.get(word) or "")

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state = replace(self._state, silent=True)
        else:
            self._say(_SIGNS.get(sign, ""))

    def _say(self, words: str) -> None:
        words, self._skip = words[self._skip :], max(self._skip - len(words), 0)
        if words and not self._state.silent and not self._state.hidden:
            self._spoken.append(words)


def _codec(page: int | None) -> str:
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return "cp1252"
