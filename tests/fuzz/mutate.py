"""Ways to spoil a Word file that keep most of it whole, so that the damage reaches the reader's inner rooms."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Members = list[tuple[str, bytes]]

_TAG = re.compile(rb"<[^<>?!]{1,300}>")
_ELEMENT = re.compile(rb"<(w:[A-Za-z]{1,30})(?: [^<>]*)?>[^<>]*</\1>|<[^<>/?!]{1,200}/>")
_ATTRIBUTE = re.compile(rb' [\w:]{1,30}="[^"<>]{0,300}"')
_VALUES = (
    b"", b"-1", b"0", b"1", b"8", b"9", b"99", b"4294967296", b"-99999999999999999999", b"9" * 5000, b"1e999", b"nan",
    b"inf", b"0x10", b" 1 ", b"\xd9\xa3", b"\xc2\xb2", b"true", b"off", b"on", b"NULL", b"%1%2%9", b"../../x", b"N",
    b"H1", b"L", b"begin", b"separate", b"end", b"restart", b"nextPage", b"upperRoman", b"bullet", b"F0FF", b"110000",
    b"D800", b"Wingdings", b".VnTimeH", b"VNI-Times", b"&amp;#x1F;", b"&lt;", b"\xef\xbf\xbf", b"a\xcc\x81",
    b"x" * 70_000,
)  # fmt: skip
_PIECES = (
    b"&unknown;", b"&#0;", b"&#xD800;", b"&#55;", b"\0", b"\x0b", b"\xff", b"<", b">", b"]]>", b"<![CDATA[<w:p>]]>",
    b"<!-- x -->", b"<?x y?>", b"<w:p/>", b"<w:tbl/>", b"<w:tr/>", b"<w:tc/>", b"<w:sectPr/>", b"<w:body>",
    b"</w:body>", b"<w:r><w:t>\xe1\xbb\x99</w:t></w:r>", b"<w:t>x</w:t>", b"<w:pPr/>", b"<w:rPr/>", b"<w:blocks/>",
    b'<w:p k="0"/>',
    b'<w:r><w:fldChar w:fldCharType="begin"/></w:r>', b'<w:altChunk r:id="rIdDocx"/>', b"<w:txbxContent/>",
    b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>', b"<w:del>",
    b"</w:del>", b'<x:y xmlns:x="urn:x"/>', b"<w:p><w:pPr><w:pPr><w:rPr/></w:pPr></w:pPr></w:p>", b"<!DOCTYPE x>",
    b"<w:lvl/>",
)  # fmt: skip
_WRAPPERS = (
    (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>", 120),
    (b"<w:smartTag>", b"</w:smartTag>", 300),
    (b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>", 300),
    (b'<w:ins w:author="x">', b"</w:ins>", 300),
    (b"<w:del>", b"</w:del>", 300),
    (b"<w:r><w:pict><w:txbxContent><w:p>", b"</w:p></w:txbxContent></w:pict></w:r>", 60),
    (b"<w:hyperlink>", b"</w:hyperlink>", 2000),
)
_SPACES = (
    (b"openxmlformats.org/wordprocessingml/2006/main", b"example.org/none"),
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (b"xmlns:w=", b"xmlns:v2="),
    (b"<w:", b"<"),
    (b"w:val", b"val"),
    (b"2006/relationships", b"2006/relations"),
)
_ENCODINGS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-7",
    "cp037",
    "windows-1258",
    "iso-8859-1",
    "big5",
)


class Dice:
    """Choices drawn from a list of numbers, begun again where it ends."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers or (0,)
        self._at = 0

    def below(self, limit: int) -> int:
        """A number from 0 to below `limit`."""
        number = self._numbers[self._at % len(self._numbers)] + self._at // len(self._numbers)
        self._at += 1
        return number % max(limit, 1)

    def one(self, of: Sequence[Any]) -> Any:
        return of[self.below(len(of))]


def spoiled(members: dict[str, str | bytes], dice: Dice, blows: int) -> bytes:
    """The zipped members after some blows to their content, their list and the packed bytes."""
    listed = [(name, text.encode() if isinstance(text, str) else text) for name, text in members.items()]
    for _ in range(blows):
        strike_member(listed, dice)
    data = packed(listed, dice)
    return dice.one(_BYTE_BLOWS)(data, dice) if dice.below(4) == 0 else data


def strike_member(listed: Members, dice: Dice) -> None:
    """One blow to a member's content or to the list."""
    dice.one(_MEMBER_BLOWS)(listed, dice)


def strike_content(content: bytes, dice: Dice) -> bytes:
    """One blow to XML."""
    return bytes(dice.one(_CONTENT_BLOWS)(content, dice))


def packed(listed: Members, dice: Dice) -> bytes:
    """The members as a zip."""
    method = zipfile.ZIP_STORED if dice.below(5) == 0 else zipfile.ZIP_DEFLATED
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", method, compresslevel=1) as archive:
        for name, content in listed:
            archive.writestr(zipfile.ZipInfo(name) if method == zipfile.ZIP_STORED else name, content)
    return whole.getvalue()


# -- blows to one member -------------------------------------------------------


def _to_content(blow: Callable[[bytes, Dice], bytes]) -> Callable[[Members, Dice], None]:
    def strike(listed: Members, dice: Dice) -> None:
        if listed:
            # The main part, styles and numbers are struck oftener than the rest.
            wanted = dice.one(("word/document.xml", "word/styles.xml", "word/numbering.xml", "", "", ""))
            at = next((place for place, (name, _) in enumerate(listed) if name == wanted), dice.below(len(listed)))
            name, content = listed[at]
            listed[at] = (name, blow(content, dice))

    return strike


def _match(pattern: re.Pattern[bytes], content: bytes, dice: Dice) -> re.Match[bytes] | None:
    found = list(pattern.finditer(content))
    return dice.one(found) if found else None


def _cut(content: bytes, dice: Dice) -> bytes:
    at = dice.below(len(content) + 1)
    return content[:at] + content[at + dice.below(60) :]


def _repeat(content: bytes, dice: Dice) -> bytes:
    found = _match(_ELEMENT, content, dice)
    return content[: found.end()] + found[0] * (dice.one((1, 2, 50)) - 1) + content[found.end() :] if found else content


def _drop_tag(content: bytes, dice: Dice) -> bytes:
    found = _match(dice.one((_TAG, _ELEMENT, _ATTRIBUTE)), content, dice)
    return content[: found.start()] + content[found.end() :] if found else content


def _swap_tags(content: bytes, dice: Dice) -> bytes:
    one, other = _match(_ELEMENT, content, dice), _match(_ELEMENT, content, dice)
    if one is None or other is None or one.end() > other.start():
        return content
    between = content[one.end() : other.start()]
    return content[: one.start()] + other[0] + between + one[0] + content[other.end() :]


def _revalue(content: bytes, dice: Dice) -> bytes:
    found = _match(_ATTRIBUTE, content, dice)
    if found is None:
        return content
    name = found[0].partition(b"=")[0]
    return content[: found.start()] + name + b'="' + dice.one(_VALUES) + b'"' + content[found.end() :]


def _insert(content: bytes, dice: Dice) -> bytes:
    tag = _match(_TAG, content, dice)
    at = dice.one((tag.start(), tag.end())) if tag else dice.below(len(content) + 1)
    return content[:at] + dice.one(_PIECES) + content[at:]


def _wrap(content: bytes, dice: Dice) -> bytes:
    found = _match(_ELEMENT, content, dice)
    if found is None:
        return content
    before, after, times = dice.one(_WRAPPERS)
    return content[: found.start()] + before * times + found[0] + after * times + content[found.end() :]


def _move_space(content: bytes, dice: Dice) -> bytes:
    old, new = dice.one(_SPACES)
    return content.replace(old, new, dice.one((1, 3, -1)))


def _recode(content: bytes, dice: Dice) -> bytes:
    declared, real = dice.one(_ENCODINGS), dice.one(_ENCODINGS)
    space = " " * dice.one((1, 1, 260))
    text = f'<?xml version="1.0"{space}encoding="{declared}"?>' + content.decode("utf-8", "replace")
    return text.encode(real, "replace")


# -- blows to the list of members, and to the packed bytes ---------------------


def _drop(listed: Members, dice: Dice) -> None:
    if listed:
        del listed[dice.below(len(listed))]


def _double(listed: Members, dice: Dice) -> None:
    if listed:
        name, content = dice.one(listed)
        listed.append((dice.one((name.swapcase(), name + "x", "word/" + name, "../" + name, "x/" + name)), content))


def _exchange(listed: Members, dice: Dice) -> None:
    if listed:
        one, other = dice.below(len(listed)), dice.below(len(listed))
        listed[one], listed[other] = (listed[one][0], listed[other][1]), (listed[other][0], listed[one][1])


def _reorder(listed: Members, dice: Dice) -> None:
    if listed:
        listed.insert(0, listed.pop(dice.below(len(listed))))


def _truncate(data: bytes, dice: Dice) -> bytes:
    return data[: dice.below(len(data))]


def _flip(data: bytes, dice: Dice) -> bytes:
    spoilt = bytearray(data)
    for _ in range(1 + dice.below(4)):
        # Half of the flips go to the directory at the end.
        start = data.find(b"PK\1\2") if dice.below(2) else 0
        spoilt[start + dice.below(len(data) - start)] ^= 1 << dice.below(8)
    return bytes(spoilt)


def _graft(data: bytes, dice: Dice) -> bytes:
    junk = dice.one((b"\0", b"PK\5\6", b"x" * 70_000, data[:100], data))
    return dice.one((junk + data, data + junk, data[: len(data) // 2] + junk + data[len(data) // 2 :]))


_CONTENT_BLOWS = (
    *(_cut, _repeat, _drop_tag, _swap_tags, _insert, _wrap, _move_space, _recode),
    *(_revalue,) * 4,
)
_MEMBER_BLOWS: tuple[Callable[[Members, Dice], None], ...] = (
    *map(_to_content, _CONTENT_BLOWS),
    *(_drop, _double, _exchange, _reorder),
)
_BYTE_BLOWS = (_truncate, _flip, _flip, _graft)
