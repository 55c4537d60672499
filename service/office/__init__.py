"""LibreOffice as a converter: .doc, RTF, ODT and HTML to .docx, and .docx to PDF."""

from service.office.convert import TIMEOUT, to_docx, to_pdf
from service.office.program import VARIABLE, find

__all__ = ["TIMEOUT", "VARIABLE", "find", "to_docx", "to_pdf"]
