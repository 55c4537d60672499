"""`python bench/board.py`: the dashboard of 5,000 units in Chromium: first view, answers, sizes, what a change costs.

Writes bench/board.json. Times are medians on the machine at hand; nothing here passes or fails by the clock.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from service.defaults import folder
from service.flow.boards import changed_units
from service.gaps import standings
from service.model.examination import (
    SECTIONS,
    Examination,
    FileFacts,
    Finding,
    Kind,
    SectionAnswer,
    Severity,
    Status,
    UnitMatch,
    Verdict,
)
from service.model.submission import Claim, Submission
from service.model.unit import Registry, Unit
from service.outbox.board.dashboard import dashboard
from service.outbox.publish import publish
from service.words import words

HERE = Path(__file__).parent
DISTRICTS, WARDS = 20, 249
ROUNDS = 9
NAMES = ("An Biên", "Lê Lợi", "Hòa Bình", "Đồng Tâm", "Quang Trung", "Thủy Đường", "Vĩnh Niệm", "Tân Trào")

# From the press of a key to the moment at which the new list stands on the screen.
ANSWER = """
([id, value]) => new Promise((done) => {
  const field = document.getElementById(id), begun = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
})
"""
FIRST = """
() => Math.max(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
  ...performance.getEntriesByName("first-contentful-paint").map((one) => one.startTime))
"""
ASKED = {
    "search for two words with accents": ("f-search", "hòa bình 12"),
    "search for one letter": ("f-search", "a"),
    "filter by state": ("f-state", "gaps"),
    "filter by district": ("f-group", "hai-phong.q7"),
    "order by name": ("f-sort", "name"),
}


def registry() -> Registry:
    """A city of 5,000 units: itself with 20 districts, and 249 communes in each (less one to make it even)."""
    city = Unit("hai-phong", "Hải Phòng", "city", "thành phố", None)
    districts = [Unit(f"{city.id}.q{n}", f"{NAMES[n % 8]} {n}", "district", "quận", city.id) for n in range(DISTRICTS)]
    wards = [
        Unit(f"{district.id}.p{n}", f"{NAMES[n % 8]} {n}", "commune", "phường", district.id)
        for district in districts
        for n in range(WARDS)
    ]
    return Registry((city, *districts, *wards)[:5000])


def sent(number: int, unit: Unit) -> Submission:
    """A report with five findings; every third is complete."""
    name = f"Báo cáo tổng kết nhiệm kỳ {unit.name}.docx"
    claim = Claim(f"{number:064x}", name, "", 48_000, f"2020-07-{number % 28 + 1:02}T08:00:00+07:00", number)
    lacking = Status.PRESENT if number % 3 == 0 else Status.MISSING
    sections = tuple(SectionAnswer(one, lacking if one == "lessons_learned" else Status.PRESENT) for one in SECTIONS)
    found = tuple(
        Finding(
            "figure.total", Severity.WARNING, f"Tổng ở bảng {n} không khớp.", "Vì sao.", "Sửa.", quote="12 + 3 = 16"
        )
        for n in range(5)
    )
    verdict = Verdict.COMPLETE if lacking is Status.PRESENT else Verdict.GAPS
    match = UnitMatch(unit.id, unit.association, unit.level, "letterhead")
    facts = FileFacts(name, claim.sha256, claim.bytes, "docx")
    answer = Examination(facts, Kind.TERM_REPORT, verdict, match, sections=sections, findings=found)
    where = f"{unit.id.replace('.', '/')}/01-bao-cao"
    return Submission(claim, answer, published=True, outputs=(f"{where}/phieu-ra-soat.docx", f"{where}/result.json"))


def lay(outbox: Path, units: Registry, submissions: list[Submission], before: list[Submission] | None) -> list[str]:
    """Publish the dashboard as the service does; give what was written."""
    board = standings(units, submissions)
    pages = changed_units(standings(units, before), board) if before is not None else None
    files = dashboard(folder("templates"), board, units, words(), "2020-07-30T08:00:00+07:00", pages=pages)
    return [path for path, data in files.items() if publish(outbox, path, data)]


def answers(page: Page) -> dict[str, float]:
    """Median milliseconds from each question to its list on the screen."""
    found = {}
    for name, (field, value) in ASKED.items():
        times = []
        for _ in range(ROUNDS):
            times.append(page.evaluate(ANSWER, [field, value]))
            page.evaluate(ANSWER, [field, ""])
        found[name] = round(median(times), 1)
    return found


def watch(outbox: Path) -> dict[str, object]:
    """First view, answers and size of the page in Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        firsts = []
        for _ in range(ROUNDS):
            page = browser.new_page()
            page.goto((outbox / "index.html").as_uri())
            firsts.append(page.evaluate(FIRST))
        first = round(page.evaluate(ANSWER, ["f-search", "thủy đường 7"]), 1)
        page.evaluate(ANSWER, ["f-search", ""])
        asked = {"first search": first, **answers(page)}
        rows = page.locator("tr").count()
        browser.close()
    return {"first view, ms": round(median(firsts), 1), "answers, ms": asked, "rows in the page": rows}


def main() -> int:
    """Measure, print, write board.json."""
    units = registry()
    submissions = [sent(number, unit) for number, unit in enumerate(units.units, 1) if number % 5]
    with tempfile.TemporaryDirectory() as place:
        outbox = Path(place)
        started = time.process_time()
        lay(outbox, units, submissions, None)
        whole = time.process_time() - started
        data = sorted(file.stat().st_size for file in outbox.glob("_tong-quan/du-lieu-*"))
        later = [*submissions, sent(len(units.units) + 1, units.units[-1])]
        started = time.process_time()
        written = lay(outbox, units, later, submissions)
        change = time.process_time() - started
        result = {
            "units": len(units.units), "units that sent": len(submissions),
            "index.html, bytes": (outbox / "index.html").stat().st_size,
            "data files": len(data), "data files, bytes": sum(data), "largest data file, bytes": data[-1],
            "all pages made, processor seconds": round(whole, 2),
            "one new submission: files written": len(written),
            "one new submission: processor seconds": round(change, 2),
            **watch(outbox),
        }  # fmt: skip
    text = json.dumps(result, indent=1, ensure_ascii=False)
    print(text)
    (HERE / "board.json").write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
