"""Property blocks that stand once for all that have them: what isn't repeated costs nothing to look through."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from service.read.compact import KEY, WORDS
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from service.read.compact import Blocks

_R, _T = W + "r", W + "t"
_OWNERS = (W + "p", _R, WORDS, W + "tc")
_OWNER = re.compile(rb'<w:(words|r|p|tc) %b="([^"<>]+)"(/?)>' % KEY.encode())
_BEGIN = {b"words": b'<w:r>%b<w:t xml:space="preserve">', b"r": b"<w:r>%b", b"p": b"<w:p>%b", b"tc": b"<w:tc>%b"}
_END = {b"words": b"</w:t></w:r>", b"r": b"</w:r>", b"p": b"</w:p>", b"tc": b"</w:tc>"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Folds:
    """The blocks of one report, which elements name by key instead of holding them."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = dict(blocks.items())
        self._written: dict[bytes, bytes] = {}

    def get(self, key: str) -> _Element:
        """The block of that key, as the report has it."""
        return self._blocks[key]

    def add(self, block: _Element) -> str:
        """A new block; returns its key."""
        key = str(len(self._blocks))
        self._blocks[key] = block
        return key

    def holding(self, *tags: str) -> frozenset[str]:
        """The keys of blocks that hold any of these; of all blocks, if none are named."""
        return frozenset(
            key for key, block in self._blocks.items() if not tags or next(block.iter(*tags), None) is not None
        )

    def unfold_all(self, root: _Element, keys: frozenset[str]) -> None:
        """Give everything below `root` that names one of these blocks the block itself."""
        if keys:
            for owner in [one for one in root.iter(*_OWNERS) if one.get(KEY) in keys]:
                self.unfold(owner)

    def unfold(self, owner: _Element) -> None:
        """Give an element the block that it names, if it names one."""
        key = owner.get(KEY)
        if key is None:
            return
        del owner.attrib[KEY]
        if owner.tag == WORDS:
            text = etree.Element(_T, {_SPACE: "preserve"})
            owner.tag, owner.text, text.text = _R, None, owner.text
            owner.append(text)
        if len(self._blocks[key]):
            owner.insert(0, deepcopy(self._blocks[key]))

    def written(self, content: bytes, settle: Callable[[_Element], None]) -> bytes:
        """What was serialised, with every block in its place.

        Args:
            content: Elements with the prefix `w`, as the report has it.
            settle: Makes a block ready for the compendium; called once for each that is used.
        """

        def owner(found: re.Match[bytes]) -> bytes:
            name, key, is_empty = found.groups()
            block = self._written.get(key)
            if block is None:
                element = self._blocks[key.decode()]
                settle(element)
                block = self._written[key] = _bare(element)
            return _BEGIN[name] % block + (_END[name] if is_empty else b"")

        return _OWNER.sub(owner, content).replace(b"</w:words>", _END[b"words"])


def _bare(block: _Element) -> bytes:
    """A block serialised without the names that are declared around it; nothing where it says nothing."""
    if not len(block):
        return b""
    tag = etree.QName(block).localname.encode()
    _, _, rest = etree.tostring(block, encoding="UTF-8", with_tail=False).partition(b"<w:%b" % tag)
    return b"<w:%b>%b" % (tag, rest.partition(b">")[2])
