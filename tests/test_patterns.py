"""No pattern takes longer than a long line deserves, whatever the line."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from re import _constants as op
from re import _parser as parser

import pytest

import service

SHORT = (8, 12, 16, 20, 24, 28)
"""So many times something is repeated: a pattern that doubles its work with each is found before it hangs."""
LONG = (64, 256, 512, 1024)
AT_ONCE = 0.2
"""Seconds that no pattern needs for a line as short as that."""
COUNTS = 0.5
"""Seconds from which growth is looked at."""
CUBIC = 6
"""Twice the length is four times the work where it grows with the square, eight times with the cube."""
PUMPS = 12
"""So many repeated parts of a pattern are tried; the longest patterns are lists of words, which repeat nothing."""
CLASSES = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_DIGIT": "a",
           "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": "-"}  # fmt: skip
ANY = "a"
ENDS = ("", "\0")
"""What stands behind the repeated part: nothing, or something that makes a pattern that nearly matched fail."""


def modules():
    yield from (each.name for each in pkgutil.walk_packages(service.__path__, "service."))


def patterns():
    """Every pattern that a module of the service keeps, alone or in a collection, by where it stands."""
    found = {}
    for name in modules():
        if name.endswith("__main__"):
            continue
        for key, value in vars(importlib.import_module(name)).items():
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else [value]
            for one in inner:
                if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                    found.setdefault(one.pattern, (f"{name}.{key}", one))
    return found.values()


def texts(parsed):
    """Texts that a parsed pattern, or a part of one, matches: one for each way that it may take at its first fork."""
    made = [""]
    for code, argument in parsed:
        more = list(_of(code, argument))[:4] or [""]
        made = [made[n % len(made)] + more[n % len(more)] for n in range(max(len(made), len(more)))]
    return made


def _of(code, argument):
    if code is op.LITERAL:
        yield chr(argument)
    elif code is op.NOT_LITERAL or code is op.ANY:
        yield ANY if argument != ord(ANY) else "b"
    elif code is op.IN:
        yield from _of_class(argument)
    elif code is op.BRANCH:
        for branch in argument[1][:4]:
            yield from texts(branch)[:1]
    elif code is op.SUBPATTERN:
        yield from texts(argument[-1])
    elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, _, inner = argument
        yield from (text * max(1, least) for text in texts(inner))
    elif code is op.ATOMIC_GROUP:
        yield from texts(argument)


def _of_class(items):
    if items[0][0] is op.NEGATE:
        taken = set(_members(items[1:]))
        yield next((char for char in "a7 -.\u1ea1" if char not in taken and not _in_category(char, items)), "")
        return
    yield from dict.fromkeys(_members(items))


def _members(items):
    for code, argument in items:
        if code is op.LITERAL:
            yield chr(argument)
        elif code is op.RANGE:
            yield chr(argument[0])
        elif code is op.CATEGORY:
            yield CLASSES[str(argument)]


def _in_category(char, items):
    tests = {
        "CATEGORY_DIGIT": str.isdigit,
        "CATEGORY_SPACE": str.isspace,
        "CATEGORY_WORD": lambda one: one.isalnum() or one == "_",
        "CATEGORY_NOT_WORD": lambda one: not one.isalnum(),
    }
    return any(code is op.CATEGORY and str(arg) in tests and tests[str(arg)](char) for code, arg in items)


def attacks(parsed, before=""):
    """What stands before each repeated part of a pattern, and what it repeats."""
    for code, argument in parsed:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT):
            _, most, inner = argument
            if most > 3:
                yield from ((before, text) for text in texts(inner)[:3] if text)
            yield from attacks(inner, before)
        elif code is op.SUBPATTERN:
            yield from attacks(argument[-1], before)
        elif code is op.BRANCH:
            for branch in argument[1]:
                yield from attacks(branch, before)
        elif code is op.ATOMIC_GROUP:
            yield from attacks(argument, before)
        before += texts([(code, argument)])[0]


def needed(pattern, text):
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def blows_up(pattern):
    """The first text, told by its parts, on which a pattern's work grows too fast; None where there is none."""
    parsed = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    whole = texts(parsed)[0]
    pumped = dict.fromkeys([*attacks(parsed), *(("", one) for one in (whole, whole[:-1], " ", "a", "7") if one)])
    for before, part in list(pumped)[:PUMPS]:
        for end in ENDS:
            if _grows(pattern, before, part, end):
                return before, part, end
    return None


def _grows(pattern, before, part, end):
    if any(needed(pattern, before + part * n + end) > AT_ONCE for n in SHORT):
        return True
    last = 0.0
    for n in LONG:
        now = needed(pattern, before + part * n + end)
        if now > COUNTS:
            return now > CUBIC * last
        last = now
    return False


def test_no_pattern_of_the_service_can_be_made_to_blow_up():
    found = {where: on for where, pattern in patterns() if (on := blows_up(pattern))}
    assert found == {}


@pytest.mark.parametrize("bad", [r"(a+)+$", r"(?:a|a)*$", r"(?:\w+\s?)+:", r"\s*\s*\s*x", r"(?:[a-z]+ ?)*\."])
def test_a_pattern_that_blows_up_is_found(bad):
    assert blows_up(re.compile(bad)) is not None
