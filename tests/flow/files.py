"""Files of the corpus that stand for what units send."""

from pathlib import Path

CORPUS = Path(__file__).parents[1] / "corpus"
GOOD = CORPUS / "reports" / "d-xa-tan-trao--styles.docx"
GOOD_AGAIN = CORPUS / "reports" / "d-xa-tan-trao--plainheads-nfd.docx"
DISTRICT = CORPUS / "reports" / "d-huyen-kien-thuy--manual-tabs.docx"
OTHER_DISTRICT = CORPUS / "reports" / "d-quan-ngo-quyen--styles-sdt.docx"
GAPPY = CORPUS / "reports" / "d-phuong-lach-tray--manual-tracked-comments.docx"
WRONG_KIND = CORPUS / "reports" / "d-cao-dang-ky-nghe-hai-tan--manual.docx"
PDF = CORPUS / "bad" / "bc-that-la-pdf.docx"
