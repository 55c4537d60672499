"""Documents that would reach out from the machine, read from it or run something, if they were let."""

from __future__ import annotations

import zipfile
from io import BytesIO

WORDS = "Báo cáo tổng kết nhiệm kỳ 2015-2020 và phương hướng nhiệm kỳ 2020-2025 của Hội Khuyến học phường. " * 9
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("draw", "drawing"), ("script", "script"), ("style", "style"),
    )
)  # fmt: skip
_EVENT = (
    '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" '
    'script:event-name="dom:load" xlink:type="simple" '
    'xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"/>'
    "</office:event-listeners></office:scripts>"
)
_LIBRARY = (
    '<?xml version="1.0"?><!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
    '"library.dtd">'
    '<library:library{s} xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">{e}</library:library>'
)
_MODULE = (
    '<?xml version="1.0"?><!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)
_LIBRARIES = (
    '<?xml version="1.0"?><!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
    '"libraries.dtd"><library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/>'
    "</library:libraries>"
)


def page(address: str) -> bytes:
    """A web page with a remote picture, style sheet, frame and object."""
    return (
        f'<html><head><meta charset="utf-8"><link rel="stylesheet" href="{address}/a.css"></head><body '
        f'background="{address}/b.png"><p>{WORDS}</p><img src="{address}/a.png">'
        f'<iframe src="{address}/f.html"></iframe><object data="{address}/o.html"></object></body></html>'
    ).encode()


def rich_text(address: str, file: str) -> bytes:
    """RTF with a remote picture, remote and local text, and a remote template."""
    field = r"{\field{\*\fldinst %s}{\fldrslt }}"
    fields = (
        field % rf'INCLUDEPICTURE "{address}/a.png" \\* MERGEFORMAT'
        + field % f'INCLUDETEXT "{address}/a.txt"'
        + field % f'INCLUDETEXT "{file}"'
        + field % rf'LINK Word.Document.8 "{address}/a.doc" "" \\a \\f 0'
    )
    words = "".join(sign if sign.isascii() else rf"\u{ord(sign)}?" for sign in WORDS)
    return rf"{{\rtf1\ansi{{\*\template {address}/t.dot}}{fields}{words}\par}}".encode()


def open_document(address: str, file: str, macro: str = "") -> bytes:
    """An .odt with a remote picture, sections from afar and from a local file, and a macro that runs when it opens."""
    content = (
        f'<office:document-content {_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2" '
        'xmlns:dom="http://www.w3.org/2001/xml-events" xmlns:ooo="http://openoffice.org/2004/office">'
        f"{_EVENT if macro else ''}<office:body><office:text><text:p>{WORDS}</text:p>"
        f'<text:p><draw:frame><draw:image xlink:href="{address}/a.png" xlink:type="simple"/></draw:frame>'
        f'<draw:frame><draw:object xlink:href="{address}/o.odt" xlink:type="simple"/></draw:frame></text:p>'
        f'<text:section text:name="a"><text:section-source xlink:href="{address}/a.odt" xlink:type="simple"/>'
        f'<text:p>a</text:p></text:section><text:section text:name="b"><text:section-source xlink:href="{file}" '
        'xlink:type="simple"/><text:p>b</text:p></text:section></office:text></office:body></office:document-content>'
    )
    kinds = {"/": "application/vnd.oasis.opendocument.text", "content.xml": "text/xml"}
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    if macro:
        members |= {
            "Basic/script-lc.xml": _LIBRARIES,
            "Basic/Standard/script-lb.xml": _LIBRARY.format(s="", e='<library:element library:name="Module1"/>'),
            "Basic/Standard/Module1.xml": _MODULE.format(macro),
        }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kinds.get(name, "text/xml")}"/>'
        for name in ("/", *members)
        if name != "mimetype"
    )
    members["META-INF/manifest.xml"] = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.2">{entries}</manifest:manifest>'
    )
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return whole.getvalue()
