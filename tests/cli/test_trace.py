"""`tongket trace` answers where a part of the consolidated report comes from."""

from service.flow.trails import total_trails, trails
from service.model.owned import Known, Owned, Source
from service.model.unit import Registry, Unit
from service.outbox.city.blocks.memory import Memory

CITY = Unit("hp", "Hải Phòng", "city", "thành phố", None)
A = Unit("hp.a", "A", "district", "quận", "hp")
BELOW = Unit("hp.a.b", "B", "commune", "phường", "hp.a")
REGISTRY = Registry((CITY, A, BELOW))
LESSONS = (
    Source("hp.a", "a.docx", "1" * 64, 12, "Một là, bám cơ sở."),
    Source("hp.a", "a.docx", "1" * 64, 13, "Hai là, minh bạch quỹ."),
)
FIGURES = (
    Source("hp.a", "a.docx", "1" * 64, 4, "40 hội viên", "members.result", 40.0, "person"),
    Source("hp.a.b", "b.docx", "2" * 64, 4, "9 hội viên", "members.result", 9.0, "person"),
)
MEMORY = Memory(
    "hp",
    "2020-07-06",
    "",
    (
        (
            Known("v/bh/a", "Quận A:\n- Một là, bám cơ sở.\n- Hai là, minh bạch quỹ.", "g"),
            Owned("v/bh/a", "", sources=LESSONS),
        ),
        (Known("summary", "1\tHội viên\t40", "g"), Owned("summary", "", sources=FIGURES)),
    ),
)


def test_a_code_gives_all_sources_of_its_block():
    assert [(one.code, one.sources) for one in trails(MEMORY, "v/bh/a")] == [("v/bh/a", LESSONS)]


def test_a_phrase_gives_the_words_that_hold_it():
    assert [(one.code, one.sources) for one in trails(MEMORY, "Minh  bạch quỹ")] == [("v/bh/a", LESSONS[1:])]


def test_a_total_gives_the_units_that_were_added_and_not_those_within_them():
    found = total_trails(MEMORY, REGISTRY, "members")
    assert [(one.figure, one.total, one.sources) for one in found] == [("members.result", 40.0, FIGURES[:1])]


def test_what_nobody_says_is_found_nowhere():
    assert (trails(MEMORY, "không ai viết"), total_trails(MEMORY, REGISTRY, "branches")) == ((), ())
