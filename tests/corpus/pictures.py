"""`make pictures`: the README's picture of the dashboard, taken anew from a demo's workspace.

    python tests/corpus/pictures.py FOLDER
"""  # fmt: skip

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

TARGET = Path(__file__).parents[2] / "docs" / "images" / "bang-theo-doi.png"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTH, HEIGHT, SCALE = 1280, 1400, 1
"""In points of the page; and pixels for each of them."""


def main(folder: Path) -> int:
    """Take the picture; return the exit code."""
    page, program = folder / "outbox" / "index.html", next(filter(None, map(shutil.which, NAMES)), None)
    if program is None or not page.exists():
        print(f"Needed: Chromium ({program or 'not found'}) and {page}, which `make demo` makes.")
        return 2
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE)
        tab.goto(page.absolute().as_uri())
        tab.screenshot(path=TARGET)
        browser.close()
    print(TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo")))
