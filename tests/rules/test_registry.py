"""The registry says who exists when, and every mistake in its files has a line."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from service.errors import RuleError
from service.rules.registry import load_registry, slug
from service.words import words

UNITS = Path(__file__).parents[2] / "rules" / "units"

TINY = """\
top: {id: hai-phong, name: Hải Phòng, type: thành phố}
districts:
  - id: le-chan
    name: Lê Chân
    type: quận
    communes:
      phường: [An Biên, Dư Hàng]
"""


@pytest.fixture(scope="module")
def hai_phong():
    return load_registry([(file.name, file.read_text("utf-8")) for file in sorted(UNITS.glob("*.yaml"))])


def on(registry, day, level):
    return [
        unit
        for unit in registry.units
        if unit.level == level and (unit.valid_from or day) <= day <= (unit.valid_to or day)
    ]


def trouble(*texts):
    with pytest.raises(RuleError) as caught:
        load_registry([(f"{number}.yaml", text) for number, text in enumerate(texts)])
    if caught.value.key.startswith("rules."):
        assert all(words(language).say(caught.value.key, **caught.value.values) for language in ("vi", "en"))
    return caught.value


def test_hai_phong_has_fifteen_districts_below_one_city(hai_phong):
    assert hai_phong.top is not None
    assert hai_phong.top.association == "Hội Khuyến học thành phố Hải Phòng"
    assert len(hai_phong.below("hai-phong")) == 15
    assert Counter(unit.type for unit in hai_phong.below("hai-phong")) == {"quận": 7, "huyện": 8}


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (date(2019, 9, 11), {"phường": 70, "thị trấn": 10, "xã": 143}),
        (date(2020, 1, 31), {"phường": 70, "thị trấn": 10, "xã": 143}),
        (date(2020, 2, 1), {"phường": 66, "thị trấn": 10, "xã": 141}),
        (date(2020, 3, 1), {"phường": 66, "thị trấn": 10, "xã": 141}),
    ],
)
def test_the_communes_of_a_day_are_counted_by_kind(hai_phong, day, kinds):
    assert Counter(unit.type for unit in on(hai_phong, day, "commune")) == kinds


@pytest.mark.parametrize(
    ("district", "count"),
    [
        ("hong-bang", 11), ("ngo-quyen", 13), ("le-chan", 15), ("hai-an", 8), ("kien-an", 10), ("do-son", 7),
        ("duong-kinh", 6), ("thuy-nguyen", 37), ("an-duong", 16), ("an-lao", 17), ("kien-thuy", 18),
        ("tien-lang", 23), ("vinh-bao", 30), ("cat-hai", 12), ("bach-long-vi", 0),
    ],
)  # fmt: skip
def test_each_district_has_its_communes(hai_phong, district, count):
    first = date(2019, 9, 11)
    assert sum(unit.parent == f"hai-phong.{district}" for unit in on(hai_phong, first, "commune")) == count


def test_eleven_bare_names_occur_twice_among_the_communes(hai_phong):
    names = Counter(unit.name for unit in on(hai_phong, date(2019, 9, 11), "commune"))
    assert {name for name, count in names.items() if count > 1} == {
        "Quang Trung", "Lê Lợi", "An Dương", "Bắc Sơn", "Nam Sơn", "Minh Đức", "Minh Tân", "Hòa Bình", "An Hòa",
        "Quốc Tuấn", "Vinh Quang",
    }  # fmt: skip
    assert max(names.values()) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hong-bang.quang-trung", "hong-bang.hoang-van-thu"),
        ("hong-bang.pham-hong-thai", "hong-bang.phan-boi-chau"),
        ("ngo-quyen.luong-khanh-thien", "ngo-quyen.cau-dat"),
        ("do-son.van-son", "do-son.hai-son"),
        ("do-son.ngoc-hai", "do-son.hai-son"),
        ("tien-lang.tien-tien", "tien-lang.quyet-tien"),
        ("tien-lang.tien-hung", "tien-lang.vinh-quang"),
    ],
)
def test_a_merged_commune_ends_and_names_its_successor(hai_phong, old, new):
    unit = hai_phong.get(f"hai-phong.{old}")
    assert unit.valid_to == date(2020, 1, 31)
    assert unit.successor == f"hai-phong.{new}"
    assert hai_phong.get(unit.successor).valid_to is None


def test_a_new_name_begins_with_the_merger(hai_phong):
    assert hai_phong.get("hai-phong.do-son.hai-son").valid_from == date(2020, 2, 1)


def test_ids_follow_from_names_and_are_unique(hai_phong):
    ids = [unit.id for unit in hai_phong.units]
    assert len(set(ids)) == len(ids)
    assert all(unit.id == f"{unit.parent}.{slug(unit.name)}" for unit in hai_phong.units if unit.level == "commune")
    assert hai_phong.get("hai-phong.an-duong.an-duong").association == "Hội Khuyến học thị trấn An Dương"
    assert hai_phong.get("hai-phong.hai-an.dong-hai-1").name == "Đông Hải 1"
    assert hai_phong.get("hai-phong.an-lao.my-duc").name == "Mỹ Đức"


def test_only_the_term_of_the_city_is_known(hai_phong):
    assert [unit.id for unit in hai_phong.units if unit.closing_term] == ["hai-phong"]
    assert hai_phong.top.closing_term == "2015-2020"
    assert "Tổng cục Thống kê" in hai_phong.source


def test_a_second_file_adds_a_school_and_changes_a_district():
    school = """\
units:
  - {id: hai-phong.thpt-ngo-quyen, name: THPT Ngô Quyền, type: Trường, parent: hai-phong, aliases: [Bonnal]}
changes:
  - {unit: hai-phong.le-chan, deadline: 2020-08-31, expected: false}
"""
    registry = load_registry([("a.yaml", TINY), ("b.yaml", school), ("c.yaml", "# nothing yet\n")])
    added = registry.get("hai-phong.thpt-ngo-quyen")
    assert (added.level, added.aliases, added.association) == (
        "base",
        ("Bonnal",),
        "Hội Khuyến học Trường THPT Ngô Quyền",
    )
    assert registry.get("hai-phong.le-chan").deadline == date(2020, 8, 31)
    assert not registry.get("hai-phong.le-chan").expected


def test_files_are_read_together_in_any_order():
    school = "units:\n- {id: hai-phong.le-chan.x, name: X, type: '', parent: hai-phong.le-chan}\n"
    assert (
        load_registry([("b.yaml", school), ("a.yaml", TINY)]).get("hai-phong.le-chan.x").association
        == "Hội Khuyến học X"
    )


def test_no_files_make_an_empty_registry():
    assert load_registry([]).units == ()


def changed(line):
    return TINY + f"changes:\n- {line}\n"


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        (TINY + "districs: []\n", "rules.unknown_key_like", 8),
        (TINY + "top: {}\n", "rules.twice", 8),
        (TINY.replace("    name: Lê Chân\n", ""), "rules.registry.missing_key", 3),
        (TINY.replace("Dư Hàng]", "An Biên]"), "rules.registry.duplicate_id", 7),
        (TINY.replace("[An Biên, Dư Hàng]", "An Biên"), "rules.registry.not_list", 7),
        (TINY.replace("[An Biên, Dư Hàng]", "[An Biên, {}]"), "rules.registry.not_text", 7),
        (TINY.replace("Dư Hàng]", "Dư Hàng"), "rules.not_yaml", 8),
        (TINY.replace("id: le-chan", "id: Lê Chân"), "rules.registry.bad_id", 3),
        (TINY.replace("[An Biên, Dư Hàng]", '["…"]'), "rules.registry.bad_id", 7),
        (changed("{unit: hai-phong.le-chan.an-bin, valid_to: 2020-01-31}"), "rules.registry.unknown_unit", 9),
        (changed("{unit: hai-phong.le-chan, valid_to: 31/01/2020}"), "rules.registry.bad_date", 9),
        (changed("{unit: hai-phong.le-chan, successor: hai-phong.le}"), "rules.registry.unknown_successor", 9),
        (changed("{unit: hai-phong.le-chan, successor: hai-phong.le-chan}"), "rules.registry.unknown_successor", 9),
        (
            changed("{unit: hai-phong, valid_from: 2020-02-01, valid_to: 2020-01-31}"),
            "rules.registry.dates_reversed",
            9,
        ),
        (changed("{unit: hai-phong, closing_term: 2020-2015}"), "rules.registry.bad_term", 9),
        (changed("{unit: hai-phong, expected: không}"), "rules.registry.not_flag", 9),
        (
            TINY + "units: [{id: hai-phong.a.b, name: B, type: '', parent: hai-phong.a}]\n",
            "rules.registry.unknown_parent",
            8,
        ),
        (TINY + "units: [{id: b, name: B, type: '', parent: hai-phong}]\n", "rules.registry.id_outside_parent", 8),
        (
            TINY + "units: [{id: hai-phong.b, name: B, type: '', parent: hai-phong, level: xã}]\n",
            "rules.registry.bad_level",
            8,
        ),
        ("units: []\n", "rules.registry.no_top", 1),
        ("- a\n", "rules.registry.not_mapping", 1),
        ("a: \x07", "rules.bad_character", 1),
    ],
)
def test_a_mistake_is_told_with_its_line(text, key, line):
    error = trouble(text)
    assert (error.key, error.values["line"], error.values["file"]) == (key, line, "0.yaml")


def test_the_top_is_written_once_over_all_files():
    error = trouble(TINY, "top: {id: x, name: X, type: ''}\n")
    assert (error.key, error.values["file"]) == ("rules.registry.second_top", "1.yaml")
