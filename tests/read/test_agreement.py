"""Every word that LibreOffice's text export shows, the reader shows too; bench/agreement.py compares all files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.oracle import office_texts, unexplained
from service.office import find
from service.read import read

REPORTS = Path(__file__).parents[1] / "corpus" / "reports"
NAMES = (
    "d-quan-ngo-quyen--styles-sdt.docx",
    "d-quan-do-son--textbox.docx",
    "d-phuong-lach-tray--autonum-tracked-comments-hidden.docx",
    "d-huyen-kien-thuy--autonum-nfd.docx",
    "d-huyen-an-duong--tcvn3-manual.docx",
    "d-huyen-an-duong--vni-manual.docx",
)


@pytest.mark.office
def test_no_word_that_libreoffice_shows_is_missing():
    if find() is None:
        pytest.skip("LibreOffice isn't installed")
    files = {name: (REPORTS / name).read_bytes() for name in NAMES}
    shown = office_texts(files)
    assert set(shown) == set(files)
    missing = {name: unexplained(read(data), shown[name]) for name, data in files.items()}
    assert not any(missing.values()), missing
