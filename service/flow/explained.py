"""An explanation in a reader's words: short by default, with everything that was looked at on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.flow.explaining import NEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.words import Words

_FEW = 3


def in_words(told: dict[str, Any], words: Words, *, everything: bool = False) -> Iterator[str]:
    """The lines of an explanation, in groups.

    Args:
        told: what `service.flow.explaining` found.
        words: the reader's language.
        everything: every heading, phrase, number and rule, not only what matters most.
    """
    say = words.say
    yield say("cli.explain.file", file=told["file"], verdict=say(f"cli.verdict.{told['verdict']}"),
              kind=told["kind"] or "–", unit=told["unit"] or say("cli.unit.unknown"), pack=told["pack"])  # fmt: skip
    yield say("cli.explain.dated" if told["dated"] else "cli.explain.undated", date=told["date"])
    asked = bool(told["asked"])
    groups = (
        ("sections", [line for each in told["sections"] for line in _section(each, words, everything or asked)]),
        ("authorities", [line for each in told["authorities"] for line in _authority(each, words, everything)]),
        ("numbers", list(_numbers(told["numbers"], words, everything or asked))),
        ("rules", [line for each in told["rules"] for line in _rule(each, words, everything or asked)]),
    )
    for name, lines in groups:
        if lines:
            yield ""
            yield say(f"cli.explain.{name}")
            yield from lines


def _section(each: dict[str, Any], words: Words, everything: bool) -> Iterator[str]:
    say = words.say
    yield say("cli.explain.section", id=each["id"], name=each["name"], status=say(f"cli.explain.is_{each['status']}"),
              heading=each["heading"] or "–", confidence=f"{each['confidence']:.2f}")  # fmt: skip
    if each["evidence"]:
        yield say("cli.explain.evidence", evidence=each["evidence"])
    if each["parts"] is not None:
        yield say("cli.explain.parts", parts=", ".join(each["parts"]) or "–")
    if each["status"] == "present" and not everything:
        return
    near = [one for one in each["headings"] if everything or one["score"] >= NEAR]
    for one in near if everything else near[:_FEW]:
        yield _heading(one, words)
    if not near:
        yield say("cli.explain.no_heading")
    for one in each["phrases"] if everything else each["phrases"][:_FEW]:
        yield say("cli.explain.phrase", **one)
    if not each["phrases"]:
        yield say("cli.explain.no_phrase")


def _heading(one: dict[str, Any], words: Words) -> str:
    found = one["found"]
    told = {"heading": one["heading"], "paragraph": one["paragraph"]}
    if one["taken"]:
        return words.say("cli.explain.heading_taken", **told, found="; ".join(found["heading"] + found["weak"]) or "–")
    if found["not"]:
        return words.say("cli.explain.heading_not", **told, found="; ".join(found["not"]))
    if found["heading"] or found["weak"]:
        return words.say("cli.explain.heading_left", **told, found="; ".join(found["heading"] + found["weak"]))
    return words.say("cli.explain.heading_near", **told, nearest=one["nearest"], ratio=f"{one['ratio']:.0f}",
                     words=f"{one['token_sort_ratio']:.0f}")  # fmt: skip


def _authority(each: dict[str, Any], words: Words, everything: bool) -> Iterator[str]:
    say = words.say
    if not each["in_force"]:
        yield say("cli.explain.authority_off", id=each["id"], state=say(f"cli.rules.state_{each['state']}"))
    elif each["status"] is None:
        yield say("cli.explain.authority_none", id=each["id"], name=each["name"])
        shown = each["searched"] if everything else each["searched"][:_FEW]
        yield say("cli.explain.searched", phrases="; ".join(shown))
    else:
        status = say(f"cli.explain.cited_{each['problem'] or each['status']}")
        yield say("cli.explain.authority", id=each["id"], status=status, quote=each["quote"],
                  paragraph=each["paragraph"])  # fmt: skip


def _numbers(numbers: list[dict[str, Any]], words: Words, everything: bool) -> Iterator[str]:
    for each in numbers:
        if each["indicator"] is None and not everything:
            continue
        value = f"{each['value']:.15g}"
        if each["approximate"]:
            value = f"≈ {value}"
        place = {"raw": each["raw"], "paragraph": each["paragraph"], "quote": each["quote"], "value": value,
                 "unit": words.say(f"cli.explain.unit_{each['unit']}")}  # fmt: skip
        if each["indicator"]:
            yield words.say("cli.explain.number", **place, id=each["indicator"], as_of=each["as_of"] or "–",
                            kind=words.say(f"cli.explain.kind_{each['kind']}"))  # fmt: skip
        else:
            key = f"cli.why.{each['why_not']}"
            why = words.say(key) if words.has(key) else each["why_not"]
            yield words.say("cli.explain.no_number", **place, concept=each["concept"] or "–", why=why)
    left = sum(each["indicator"] is None for each in numbers)
    if left and not everything:
        yield words.say("cli.explain.numbers_left", count=left)


def _rule(each: dict[str, Any], words: Words, everything: bool) -> Iterator[str]:
    say = words.say
    for found in each["findings"]:
        about = f":{'/'.join(found['about'])}" if found["about"] else ""
        key = "cli.explain.fired" if each["fired"] else "cli.explain.on_trial"
        yield say(key, code=f"{each['code']}{about}", severity=say(f"cli.explain.severity_{found['severity']}"),
                  message=found["message"])  # fmt: skip
        if found["quote"]:
            yield say("cli.explain.at", quote=found["quote"], paragraph=found["paragraph"])
        if everything:
            yield say("cli.explain.source", source=each["source"])
    if everything and not each["findings"]:
        yield say("cli.explain.silent", code=each["code"], why=say(f"cli.silence.{each['why']}"))
