"""What an office changes lies beside the pack: it is laid over, and told with its own file, line and column."""

import shutil
from pathlib import Path

import pytest

from service.errors import RuleError
from service.rules import load

DEFAULT = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The default pack without its examples, copied once."""
    folder = tmp_path_factory.mktemp("goi") / "rules"
    shutil.copytree(DEFAULT, folder, ignore=shutil.ignore_patterns("examples*", "office"))
    return folder


@pytest.fixture
def office(base, tmp_path):
    """Loads the default pack with one file of the office's own laid over."""

    def load_with(text, name="cua-hoi.yaml"):
        (tmp_path / "co-quan").mkdir(exist_ok=True)
        (tmp_path / "co-quan" / name).write_text(text, "utf-8")
        return load(base, office=tmp_path / "co-quan")

    return load_with


def section(rulebook, name):
    return next(rule for rule in rulebook.sections if rule.id == name)


def test_a_phrase_is_added_and_another_dropped(office):
    text = "changes:\n  sections:\n    lessons_learned:\n      headings: {add: [điều tâm niệm], drop: [Bài  học]}\n"
    rulebook = office(text)
    headings = section(rulebook, "lessons_learned").headings
    assert "điều tâm niệm" in headings
    assert "bài học" not in headings
    assert "rút ra kinh nghiệm" in headings
    assert {(change.action, change.value) for change in rulebook.changes} == {
        ("add", "điều tâm niệm"),
        ("drop", "Bài  học"),
    }


def test_what_is_so_already_is_told_as_idle(office):
    text = "changes:\n  vocabulary:\n    figure.members: {add: [hội viên], drop: [hội vien]}\n"
    idle = office(text).changes
    assert [(change.action, change.line) for change in idle] == [("idle", 3), ("idle", 3)]
    assert idle[0].before == "hội viên", "the nearest phrase is offered for the one that isn't there"


def test_severity_words_and_state_are_set(office):
    rulebook = office(
        "changes:\n  findings:\n    figure.unit: {severity: info}\n    placeholder.left: {state: draft}\n"
        "    unit.foreign: {vi: {message: 'Tên lạ: {quote}'}}\n    term.mismatch: {state: trial}\n"
    )
    assert rulebook.findings["figure.unit"].severity == "info"
    assert rulebook.findings["placeholder.left"].state == "draft"
    assert rulebook.findings["unit.foreign"].vi.message == "Tên lạ: {quote}"
    assert rulebook.findings["unit.foreign"].vi.fix == load(DEFAULT).findings["unit.foreign"].vi.fix


def test_authorities_indicators_and_sources_of_its_own(office):
    rulebook = office(
        "authorities:\n  - {id: kh5, kind: KH, number: 5, organs: [UBND], name_vi: Kế hoạch số 5, name_en: Plan 5,"
        " required: false}\nchanges:\n  pack:\n    sources: {ubnd: {title: Kế hoạch của Ủy ban}}\n"
        "  findings: {term.mismatch: {source: ubnd}}\n  indicators: {members: {plausible: {city: {least: 9}}}}\n"
    )
    assert "kh5" in {rule.id for rule in rulebook.authorities}
    assert rulebook.findings["term.mismatch"].source == "ubnd"
    members = next(rule for rule in rulebook.indicators if rule.id == "members")
    assert (members.plausible["city"].least, members.plausible["city"].most) == (9, 3000000)
    assert ("new", "kh5") in {(change.action, change.value) for change in rulebook.changes}


def test_the_files_of_the_pack_may_be_renewed_below_it(base, tmp_path):
    shutil.copytree(base, tmp_path / "rules")
    (tmp_path / "rules" / "office").mkdir()
    own = tmp_path / "rules" / "office" / "cua-hoi.yaml"
    own.write_text("changes: {sections: {lessons_learned: {least_words: 20}}}\n", "utf-8")
    for file in base.rglob("*.yaml"):
        shutil.copy(file, tmp_path / "rules" / file.relative_to(base))
    assert section(load(tmp_path / "rules"), "lessons_learned").least_words == 20


@pytest.mark.parametrize(
    ("text", "key", "place", "like"),
    [
        ("chages: {}\n", "rules.unknown_key_like", "chages", "changes"),
        ("changes:\n  section: {}\n", "rules.unknown_key_like", "section:", "sections"),
        ("changes:\n  sections:\n    lessons: {}\n", "rules.unknown_key_like", "lessons:", "lessons_learned"),
        ("changes:\n  sections:\n    lessons_learned: {heading: {add: [a]}}\n", "rules.unknown_key_like", "heading:",
         "headings"),
        ("changes:\n  sections:\n    lessons_learned: {headings: {ad: [a]}}\n", "rules.unknown_key_like", "ad:", "add"),
        ("changes:\n  sections:\n    lessons_learned: {headings: {add: a}}\n", "rules.need_list", "add: a", None),
        ("changes:\n  sections:\n    lessons_learned: {headings: {add: [1]}}\n", "rules.need_text", "1]", None),
        ("changes:\n  findings:\n    figure.unit: {severity: eror}\n", "rules.not_allowed", "severity: eror", None),
        ("changes:\n  findings:\n    figure.unit: {source: la}\n", "rules.no_source", "source: la", None),
        ("changes:\n  findings:\n    figure.unit: {vi: {message: '{a.b}'}}\n", "rules.bad_braces", "message", None),
        ("changes:\n  findings:\n    figure.unit: {state: off}\n", "rules.not_allowed", "state: off", None),
        ("changes:\n  findings:\n    figure.unit: {state: retired}\n", "rules.retired_when", "state: retired", None),
        ("changes:\n  findings:\n    file.empty: {state: draft}\n", "rules.always_active", "state: draft", None),
        ("changes:\n  vocabulary:\n    figure.members: [a, b, A]\n", "rules.same_phrase", "A]", None),
        ("vocabulary:\n  figure.members: [hội viên]\n", "rules.twice_office", "figure.members", None),
        ("pack: {id: a, version: '1', title: b}\n", "rules.unknown_key", "pack:", None),
    ],
)  # fmt: skip
def test_a_mistake_names_the_office_s_own_file_line_and_column(office, text, key, place, like):
    with pytest.raises(RuleError) as caught:
        office(text)
    error = caught.value
    assert (error.key, error.values["file"]) == (key, "co-quan/cua-hoi.yaml")
    assert text.splitlines()[error.values["line"] - 1][error.values["column"] - 1 :].startswith(place)
    assert like is None or error.values["like"] == like


def test_the_hash_in_the_name_tells_another_content_apart(office, base):
    assert office("changes: {sections: {lessons_learned: {least_words: 20}}}\n").name != load(base).name
    assert load(base).name == load(base, "en").name
