"""The office's file of accepted findings is read strictly, and its mistakes are told with their place."""

from datetime import date

import pytest

from service.errors import RuleError
from service.model.waiver import Origin, Waiver
from service.rules.waivers import load_waivers
from service.words import words

UNITS = {"hai-phong", "hai-phong.le-chan"}
ENTRY = """\
- unit: hai-phong.le-chan
  finding: k7m2q4
  reason: Đã nêu ở phụ lục 2
  by: Nguyễn Thị Hoa
"""


def load(text):
    return load_waivers("mien-tru.yaml", text.encode(), UNITS)


def test_an_entry_says_whose_finding_is_accepted_by_whom_and_why():
    more = ENTRY + "  until: 2020-09-30\n  given: 2020-06-12\n"
    assert load(more) == (
        Waiver(
            "hai-phong.le-chan", "k7m2q4", "Đã nêu ở phụ lục 2", "Nguyễn Thị Hoa", date(2020, 9, 30), "2020-06-12",
            Origin.FILE, "mien-tru.yaml:1",
        ),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "# chưa có gì\n", "\ufeff" + ENTRY])
def test_an_empty_file_and_one_saved_by_notepad_are_read(text):
    assert len(load(text)) == text.count("- unit")


@pytest.mark.parametrize("day", ["2026-12-31", "31/12/2026", "31-12-2026", "31.12.2026"])
def test_a_day_is_written_as_the_command_takes_it(day):
    [waiver] = load(f"{ENTRY}  until: {day}\n  given: {day}\n")
    assert (waiver.until, waiver.given) == (date(2026, 12, 31), "2026-12-31")


@pytest.mark.parametrize("finding", ["k7m2q4-2/3", "0123456789abcdef"])
def test_a_finding_may_be_named_by_its_place_or_its_fingerprint(finding):
    assert load(ENTRY.replace("k7m2q4", finding))[0].finding == finding


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("reason", "reson", (3, 3), "reason"),
        ("  by: Nguyễn Thị Hoa\n", "", (1, 3), "by"),
        ("k7m2q4", "section.missing", (2, 3), "k7m2q4"),
        ("hai-phong.le-chan", "hai-phong.le-chân", (1, 3), "hai-phong.le-chan"),
        ("hai-phong.le-chan", "xyz", (1, 3), "xyz"),
        ("Nguyễn Thị Hoa\n", "Nguyễn Thị Hoa\n  until: 31/9/2020\n", (5, 3), "31/9/2020"),
        ("Đã nêu ở phụ lục 2", '""', (3, 3), "reason"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_was_meant(old, new, place, told):
    with pytest.raises(RuleError) as caught:
        load(ENTRY.replace(old, new))
    assert (caught.value.values["line"], caught.value.values["column"]) == place
    for language in ("vi", "en"):
        assert told in words(language).sentence(caught.value)


def test_a_file_in_an_old_code_page_says_how_to_save_it():
    with pytest.raises(RuleError) as caught:
        load_waivers("mien-tru.yaml", ENTRY.encode("utf-16"), UNITS)
    assert caught.value.key == "rules.waivers.not_utf8"
