"""A finished Word file as python-docx reads it, which doesn't look into content controls."""

import io

import docx
from docx.oxml.ns import qn


def opened(data):
    """The document with every content control replaced by what stands in it."""
    document = docx.Document(io.BytesIO(data))
    for control in list(document.element.body.iter(qn("w:sdt"))):
        for child in list(control.find(qn("w:sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)
    return document
