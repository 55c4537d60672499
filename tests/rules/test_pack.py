"""A rule pack loads whole or not at all, and every mistake has its file, line and column."""

import shutil
import string
from pathlib import Path

import pytest

from service.errors import RuleError
from service.model.examination import SECTIONS, Kind
from service.rules import load
from service.rules.sound import CODES
from service.words import LANGUAGES, words

DEFAULT = Path(__file__).parents[2] / "rules"

PACK = """\
pack:
  id: thu
  version: 1.0.0
  title: Gói thử
  sources:
    can-cu: {title: Văn bản}
"""


def wording(text="Lời.", language="vi"):
    return f"    {language}: {{message: '{text}', why: '{text}', fix: '{text}'}}\n"


def finding(code, *more, severity="error", source="can-cu"):
    head = f"  {code}:\n    severity: {severity}\n    source: {source}\n    clause: Điều 1\n"
    return head + "".join(more or (wording(), wording(language="en")))


def findings(*others):
    plain = "".join(finding(code) for code in CODES if not any(other.startswith(f"  {code}:") for other in others))
    return "findings:\n" + "".join(others) + plain


def needed(own):
    """What no pack may lack, as far as a test's own file doesn't hold it."""
    lists = {
        "sections": [f"{{id: {name}, name_vi: A, name_en: B}}" for name in SECTIONS if f"id: {name}" not in own],
        "kinds": [] if "id: term_report" in own else ["{id: term_report, name_vi: A, name_en: B}"],
        "authorities": ["{id: nen, kind: NQ, number: 1, organs: [TW], name_vi: A, name_en: B}"],
        "indicators": ["{id: nen, name_vi: A, name_en: B, unit: count}"],
    }
    return "".join(f"{name}:\n" + "".join(f"  - {one}\n" for one in ones) for name, ones in lists.items() if ones)


@pytest.fixture
def pack(tmp_path):
    """Writes a small sound pack, with one file of the test's own, and loads it."""

    def load_with(text="", *, name="them.yaml", base=""):
        (tmp_path / "goi.yaml").write_text(base or PACK + findings(), "utf-8")
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
        (tmp_path / "nen.yaml").write_text(needed(data.decode("utf-8", "replace")), "utf-8")
        (tmp_path / "units").mkdir(exist_ok=True)
        (tmp_path / "units" / "don-vi.yaml").write_text("top: {id: a, name: A, type: ''}\n", "utf-8")
        return load(tmp_path)

    return load_with


def refused(call, *arguments, **named):
    with pytest.raises(RuleError) as caught:
        call(*arguments, **named)
    error = caught.value
    for language in LANGUAGES:
        assert words(language).sentence(error).count("{") in (0, 1, 3, 5), "a blank was left"
    return error.key, error.values["file"], error.values["line"], error.values["column"], error


def test_the_default_pack_loads_with_every_code_section_and_kind():
    rulebook = load(DEFAULT)
    assert set(CODES) <= set(rulebook.findings)
    assert {section.id for section in rulebook.sections} == set(SECTIONS)
    assert {kind.id for kind in rulebook.kinds} >= set(Kind) - {"other"}
    assert {authority.id for authority in rulebook.authorities} >= {"nq29", "kl49", "ct11", "ctr76", "nq45"}
    assert len(rulebook.registry.units) > 200


def blanks(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_the_default_pack_says_every_code_in_both_languages(code):
    rule = load(DEFAULT).findings[code]
    pairs = [(rule.vi, rule.en), *((variant["vi"], variant["en"]) for variant in rule.variants.values())]
    for vi, en in pairs:
        for part in ("message", "why", "fix"):
            assert getattr(vi, part)
            assert getattr(en, part)
        assert blanks(vi.message) == {name.removesuffix("_en") for name in blanks(en.message)}


def test_every_example_of_the_default_pack_names_what_it_is_about():
    for example in load(DEFAULT).examples:
        asked = (example.fires, example.silent, example.sections, example.headings, example.authorities)
        assert any(asked) or example.indicators or example.quotes or example.kind != "term_report"


def test_a_small_sound_pack_loads(pack):
    rulebook = pack("vocabulary:\n  từ: [một, hai]\n")
    assert rulebook.name.startswith("thu@1.0.0+")
    assert rulebook.vocabulary == {"từ": ("một", "hai")}


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("sectoins: []\n", "rules.unknown_key_like", "sectoins: []"),
        ("xyzzy: []\n", "rules.unknown_key", "xyzzy: []"),
        ("- a\n", "rules.need_mapping", "- a"),
        ("sections: {}\n", "rules.need_list", "sections: {}"),
        ("findings: []\n", "rules.need_mapping", "findings: []"),
        ("vocabulary: [a]\n", "rules.need_mapping", "vocabulary: [a]"),
        ("vocabulary:\n  từ: một\n", "rules.need_list", "từ: một"),
        ("vocabulary:\n  từ: [một, 2]\n", "rules.need_text", "2]"),
        ("vocabulary:\n  từ: [một]\n  từ: [hai]\n", "rules.twice", "từ: [hai]"),
        ("sections:\n  - một\n", "rules.need_mapping", "một"),
        (
            "sections:\n  - id: lessons_learned\n    name_vi: A\n    name_en: B\n    hedings: []\n",
            "rules.unknown_key_like",
            "hedings: []",
        ),
        (
            "sections:\n  - {id: lessons_learned, name_vi: A, name_en: B, least_words: ba}\n",
            "rules.need_whole_number",
            "least_words",
        ),
        ("sections:\n  - {id: lessons_learned, name_vi: A, name_en: B, headings: x}\n", "rules.need_list", "headings"),
        ("sections:\n  - {id: lesons, name_vi: A, name_en: B}\n", "rules.not_allowed", "id: lesons"),
        (
            "sections:\n  - id: new_term_goals\n    name_vi: A\n    name_en: B\n    parts:\n      goal: [x]\n",
            "rules.unknown_key",
            "goal: [x]",
        ),
        ("sections:\n  - name_vi: A\n    name_en: B\n", "rules.missing_key", "name_vi: A"),
        ("kinds:\n  - {id: report, name_vi: A, name_en: B}\n", "rules.not_allowed", "id: report"),
        ("kinds:\n  - {id: speech, name_vi: 1, name_en: B}\n", "rules.need_text", "name_vi: 1"),
        (
            "authorities:\n  - {id: a, kind: XX, number: 1, organs: [TW], name_vi: A, name_en: B}\n",
            "rules.not_allowed",
            "kind: XX",
        ),
        (
            "authorities:\n  - {id: a, kind: NQ, number: 1, organs: [TW], name_vi: A, name_en: B, issuers: [ai]}\n",
            "rules.not_allowed",
            "ai]",
        ),
        (
            "authorities:\n  - {id: a, kind: NQ, number: 1, organs: [TW], name_vi: A, name_en: B, issued: 4/11/2013}\n",
            "rules.need_date",
            "issued",
        ),
        (
            "authorities:\n  - {id: a, kind: NQ, number: 1, organs: [TW], name_vi: A, name_en: B, alone: có}\n",
            "rules.need_flag",
            "alone",
        ),
        ("indicators:\n  - {id: a, name_vi: A, name_en: B, unit: bao}\n", "rules.not_allowed", "unit: bao}"),
        (
            "indicators:\n  - {id: a, name_vi: A, name_en: B, unit: count, plausible: {city: {least: ít, most: 3}}}\n",
            "rules.need_number",
            "least: ít",
        ),
        ("examples:\n  - {id: a, lines: [x], fires: [section.mising]}\n", "rules.unknown_finding", "section.mising]}"),
        ("examples:\n  - {id: a, lines: [x], silent: ['no.code:x']}\n", "rules.unknown_finding", "'no.code:x']}"),
        ("examples:\n  - {id: a, lines: [x], kind: bài}\n", "rules.not_allowed", "kind: bài}"),
        ("examples:\n  - {id: a, lines: [x]}\n  - {id: a, lines: [y]}\n", "rules.twice", "{id: a"),
        ("examples:\n  - {id: a}\n", "rules.example_lines", "{id: a}"),
        ("examples:\n  - {id: a, lines: [x], each: [y]}\n", "rules.example_each", "{id: a"),
        ("examples:\n  - {id: a, lines: ['{}']}\n", "rules.example_each", "{id: a"),
        ("examples:\n  - {id: a, base: phường}\n", "rules.not_allowed", "base: phường"),
        (
            "bases: {b: {mở đầu: x}}\nexamples:\n  - {id: a, base: b, change: {mở đâu: y}}\n",
            "rules.unknown_key_like",
            "mở đâu: y",
        ),
        ("bases: {b: {mở đầu: 5}}\n", "rules.need_text", "mở đầu: 5"),
        (
            "examples:\n  - {id: a, lines: [x], sections: {lessons_learned: có}}\n",
            "rules.not_allowed",
            "lessons_learned",
        ),
        ("examples:\n  - {id: a, lines: [x], indicators: {nen gaol: 1}}\n", "rules.unknown_key_like", "nen gaol"),
        ("examples:\n  - {id: a, lines: [x], carries: {comment: 1}}\n", "rules.unknown_key_like", "comment: 1"),
        ("pack: {id: a, version: '1', title: A}\n", "rules.twice", "pack: {id: a"),
    ],
)
def test_a_mistake_is_told_with_its_file_line_and_column(pack, text, key, place):
    found, file, line, column, _ = refused(pack, text)
    assert (found, file) == (key, "them.yaml")
    assert text.splitlines()[line - 1][column - 1 :].startswith(place)


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("a: b: c\n", "rules.yaml_colon", (1, 5)),
        ("a:\n\t- b\n", "rules.yaml_tab", (2, 1)),
        ("a: 'b\n", "rules.yaml_quote", None),
        ('a: "D:\\qu"\n', "rules.yaml_quote", None),
        ("a: [b\n", "rules.not_yaml", None),
        ("- a\nb: c\n", "rules.not_yaml", (2, 1)),
        ("a: &b [c]\nd: *b\n", "rules.anchor", (2, 4)),
        ("a: *b\n", "rules.anchor", (1, 4)),
        ("a: &b {c: 1}\nd:\n  <<: *b\n", "rules.anchor", (3, 7)),
        ("*b : c\n", "rules.anchor", (1, 1)),
        ("a: 1\na: 2\n", "rules.twice", (2, 1)),
        ("? [a]\n: b\n", "rules.bad_key", (1, 3)),
        ("a: 1\n---\nb: 2\n", "rules.several_documents", (2, 1)),
        ("b: 1\na: \x07\n", "rules.bad_character", (2, 4)),
        ("[" * 5000, "rules.too_deep", None),
        ("a: Hội\nb: Khuyến học\n".encode("cp1258", "replace").replace(b"?", b"\xec"), "rules.not_utf8", None),
        (b"a: b\nc: \xff\n", "rules.not_utf8", (2, 4)),
    ],
)
def test_what_is_no_plain_yaml_is_told_with_its_place(pack, text, key, place):
    found, file, line, column, _ = refused(pack, text)
    assert (found, file) == (key, "them.yaml")
    assert line >= 1
    assert place is None or (line, column) == place


@pytest.mark.parametrize(
    ("own", "key", "column"),
    [
        (finding("term.mismatch", severity="eror"), "rules.not_allowed", 5),
        (finding("term.mismatch", source="luat"), "rules.no_source", 5),
        (finding("term.mismatch", wording()), "rules.missing_key", 3),
        (finding("term.mismatch", wording("Thiếu {quote"), wording(language="en")), "rules.bad_braces", 10),
        (finding("term.mismatch", wording("Thừa }"), wording(language="en")), "rules.bad_braces", 10),
        (finding("term.mismatch", wording(), wording("{}", "en")), "rules.bad_braces", 10),
        (finding("term.mismatch", wording("{0}"), wording(language="en")), "rules.bad_braces", 10),
        (finding("term.mismatch", wording("{quote.x}"), wording(language="en")), "rules.bad_braces", 10),
        (finding("term.mismatch", wording("{quote[0]}"), wording(language="en")), "rules.bad_braces", 10),
        (finding("term.mismatch", wording("{quote!r}"), wording(language="en")), "rules.bad_braces", 10),
        (finding("term.mismatch", wording("{quote:>9}"), wording(language="en")), "rules.bad_braces", 10),
        (
            finding("term.mismatch", wording(), wording(language="en"), "    variants: {a: {fr: {}}}\n"),
            "rules.missing_key",
            None,
        ),
        (
            finding(
                "term.mismatch",
                wording(),
                wording(language="en"),
                "    variants: {a: {vi_: {message: a, why: b, fix: c}}}\n",
            ),
            "rules.unknown_key_like",
            None,
        ),
        (
            finding("term.mismatch", wording(), "    en: {mesage: a, why: b, fix: c}\n"),
            "rules.unknown_key_like",
            10,
        ),
    ],
)
def test_a_slip_in_a_finding_is_found_when_the_pack_is_loaded(pack, own, key, column):
    base = PACK + findings(own)
    found, file, line, at, _ = refused(pack, base=base)
    assert (found, file) == (key, "goi.yaml")
    assert 7 < line < 16
    assert column in (None, at)


def test_a_mistyped_key_is_answered_with_the_one_that_was_meant(pack):
    *_, error = refused(pack, "sections:\n  - {id: lessons_learned, name_vi: A, name_en: B, evidance: [x]}\n")
    assert error.values["like"] == "evidence"
    assert "Có phải là “evidence” không?" in words("vi").sentence(error)


def test_doubled_braces_are_text(pack):
    own = finding("term.mismatch", wording("Dấu {{ngoặc}} và “{quote}”."), wording(language="en"))
    assert (
        pack(base=PACK + findings(own)).findings["term.mismatch"].vi.message.format(quote="x") == "Dấu {ngoặc} và “x”."
    )


def test_a_pack_may_add_codes_but_must_have_words_for_those_of_the_contract(pack):
    assert "them.moi" in pack(base=PACK + findings(finding("them.moi"))).findings
    without = PACK + "findings:\n" + finding("them.moi")
    *_, error = refused(pack, base=without)
    assert error.key == "rules.lacks_findings"
    assert "file.corrupt" in error.values["codes"]


def test_a_folder_without_a_pack_says_so(tmp_path):
    key, file, *_ = refused(load, tmp_path)
    assert (key, file) == ("rules.no_pack", str(tmp_path))


def test_hidden_files_and_those_that_an_editor_leaves_are_no_rules(pack):
    assert pack("- not rules\n", name=".them.yaml~.yaml").pack.id == "thu"


def test_words_stay_words(pack):
    lists = pack("vocabulary:\n  từ: ['5', \"null\", yes, no, on, 2019-09-13, 1.0.0, 007, '', ~a]\n").vocabulary["từ"]
    assert lists == ("5", "null", "yes", "no", "on", "2019-09-13", "1.0.0", "007", "", "~a")


def test_the_digest_tells_another_pack_language_or_round_apart(tmp_path):
    shutil.copytree(DEFAULT, tmp_path / "rules")
    first = load(tmp_path / "rules")
    assert load(tmp_path / "rules").digest == first.digest
    assert load(tmp_path / "rules", "en").digest != first.digest
    pack_file = tmp_path / "rules" / "pack.yaml"
    pack_file.write_text(pack_file.read_text("utf-8") + "# lời chú\n", "utf-8")
    assert load(tmp_path / "rules").digest != first.digest
