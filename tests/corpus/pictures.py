"""`make pictures`: the README's pictures, taken anew from a demo's workspace.

    python tests/corpus/pictures.py FOLDER
"""  # fmt: skip

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parents[2] / "docs" / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTH, HEIGHT, SCALE = 1280, 1400, 1
"""In points of the page; and pixels for each of them."""
DOCUMENTS = {
    "phieu-ra-soat": "hai-phong/ngo-quyen/lach-tray/*/phieu-ra-soat.docx",
    "bao-cao-tong-hop": "hai-phong/tong-hop/bao-cao-tong-hop.docx",
}
"""Picture to the document whose first page it shows."""
DOTS = 90
"""In an inch of such a page."""


def main(folder: Path) -> int:
    """Take the pictures; return the exit code."""
    outbox, browser = folder / "outbox", next(filter(None, map(shutil.which, BROWSERS)), None)
    needed = [("Chromium", browser), ("LibreOffice", shutil.which("soffice")), ("pdftoppm", shutil.which("pdftoppm"))]
    lacking = [name for name, program in needed if program is None]
    if lacking or browser is None or not (outbox / "index.html").exists():
        print(f"Needed: {', '.join(lacking) or outbox / 'index.html'}; `make demo` makes the workspace.")
        return 2
    dashboard(outbox / "index.html", browser)
    for name, pattern in DOCUMENTS.items():
        first_page(next(outbox.glob(pattern)), IMAGES / name)
    print(IMAGES)
    return 0


def dashboard(page: Path, program: str) -> None:
    """The upper part of the first page."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE)
        tab.goto(page.absolute().as_uri())
        tab.screenshot(path=IMAGES / "bang-theo-doi.png")
        browser.close()


def first_page(document: Path, target: Path) -> None:
    """The first page of a Word file as a PNG."""
    with tempfile.TemporaryDirectory() as place:
        profile = (Path(place) / "profile").as_uri()
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", place,
             str(document)], check=True, capture_output=True,
        )  # fmt: skip
        printed = str(Path(place) / f"{document.stem}.pdf")
        page = ["-png", "-singlefile", "-f", "1", "-l", "1", "-r", str(DOTS)]
        subprocess.run(["pdftoppm", *page, printed, str(target)], check=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo")))
