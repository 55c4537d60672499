"""A Word 2003 document as LibreOffice reads it whole: it passes over words that were put in with changes tracked."""

from __future__ import annotations

from lxml import etree

from service.read import xml

_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_TYPE = "{http://schemas.microsoft.com/office/word/2003/wordml}type"
_INSERTION = "Word.Insertion"


def readable(data: bytes) -> bytes:
    """The same document with insertions as plain text; as it is where it has none.

    Raises:
        UnreadableReport: it is no sound XML.
    """
    if _INSERTION.encode() not in data and _INSERTION.encode("utf-16-le") not in data:
        return data
    root = xml.parse(data)
    found = [one for one in root.iter(_AML + "annotation") if one.get(_TYPE) == _INSERTION]
    for one in reversed(found):
        for each in [each for content in one.iterchildren(_AML + "content") for each in content]:
            one.addprevious(each)
    return b'<?mso-application progid="Word.Document"?>' + etree.tostring(root, encoding="utf-8")
