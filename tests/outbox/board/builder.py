"""A small city, what its units sent, and the pages made of it."""

from dataclasses import replace
from datetime import date

from service.defaults import folder
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
from service.words import words

VI = words("vi")
EARLY = "2020-05-30T08:00:00+07:00"
"""Before any deadline."""
MADE = "2020-07-06T08:30:00+07:00"
NASTY = "<script>alert('x')</script>\"&\u202e bc.docx"

CITY = Unit("hai-phong", "Hải Phòng", "city", "thành phố", None)
LE_CHAN = Unit("hai-phong.le-chan", "Lê Chân", "district", "quận", "hai-phong", deadline=date(2020, 6, 1))
AN_BIEN = Unit("hai-phong.le-chan.an-bien", "An Biên", "commune", "phường", "hai-phong.le-chan")
CAT_DAI = Unit("hai-phong.le-chan.cat-dai", "Cát Dài", "commune", "phường", "hai-phong.le-chan", aliases=("Cát Cũ",))
DO_SON = Unit("hai-phong.do-son", "Đồ Sơn", "district", "quận", "hai-phong")
ISLAND = Unit("hai-phong.bach-long-vi", "Bạch Long Vĩ", "district", "huyện", "hai-phong")
SCHOOL = Unit("hai-phong.hai-tan", "Cao đẳng Hải Tân", "base", "trường", "hai-phong")
REGISTRY = Registry((CITY, LE_CHAN, AN_BIEN, CAT_DAI, DO_SON, ISLAND, SCHOOL))


def sections(**other):
    return tuple(SectionAnswer(one, other.get(one, Status.PRESENT), heading=f"I. {one}") for one in SECTIONS)


def sent(
    number,
    unit=None,
    verdict=Verdict.COMPLETE,
    *,
    name="",
    lacking=(),
    findings=(),
    outputs=None,
    kind=None,
    received="",
):
    day = f"2020-07-{number:02}T08:00:00+07:00"
    claim = Claim(f"{number:064x}", name or f"bc {number}.docx", "", 10, received or day, number)
    if verdict is None:
        return Submission(claim, None)
    match = UnitMatch(unit.id, unit.association, unit.level, "letterhead") if unit else None
    readable = verdict in (Verdict.COMPLETE, Verdict.GAPS)
    answer = Examination(
        FileFacts(claim.name, claim.sha256, 10, "docx"),
        kind or (Kind.TERM_REPORT if readable else None),
        verdict,
        match,
        sections=sections(**dict.fromkeys(lacking, Status.MISSING)) if readable else (),
        findings=tuple(findings),
    )
    where = f"{(unit.id if unit else 'chua-xac-dinh').replace('.', '/')}/{number:06}"
    files = (f"{where}/phieu-ra-soat.docx", f"{where}/ban-chu-thich.docx", f"{where}/result.json")
    return Submission(claim, answer, published=True, outputs=files if outputs is None else outputs)


def finding(code="section.missing", severity=Severity.ERROR, message="Thiếu phần bài học.", **more):
    return Finding(code, severity, message, "Vì hướng dẫn yêu cầu.", "Thêm một mục.", **more)


def build(submissions=(), waiting=(), *, registry=REGISTRY, language="vi", waivings=None, **more):
    """The pages of a board; `waivings` tells what was accepted, by the unit's id."""
    board = standings(registry, list(submissions), waiting)
    accepted = waivings or {}
    told = [replace(one, waiving=accepted.get(one.unit.id, one.waiving)) for one in board.standings]
    board = replace(board, standings=tuple(told))
    return dashboard(folder("templates"), board, registry, words(language), MADE, **more)


def index(*args, **more):
    return build(*args, **more)["index.html"].decode()


def many(size):
    wards = tuple(
        Unit(f"hai-phong.le-chan.p{number}", f"Số {number}", "commune", "phường", LE_CHAN.id) for number in range(size)
    )
    return Registry((*REGISTRY.units, *wards))


EVERYTHING = (
    sent(1, CITY, Verdict.COMPLETE),
    sent(2, LE_CHAN, Verdict.GAPS, lacking=["lessons_learned"], findings=[finding(), finding(severity=Severity.INFO)]),
    sent(3, AN_BIEN, Verdict.WRONG_KIND, kind=Kind.SPEECH),
    sent(4, CAT_DAI, Verdict.UNREADABLE),
    sent(5, ISLAND, Verdict.COMPLETE, findings=[finding("term.other_round")]),
    sent(6, None, Verdict.GAPS),
    sent(7, None, Verdict.UNREADABLE, findings=[finding("file.encrypted", message="Tệp có mật khẩu.")]),
    sent(8, None, Verdict.WRONG_KIND, kind=Kind.ANNEX),
    sent(9, None, None),
)


def hostile():
    bad = replace(LE_CHAN, name=NASTY, aliases=('" onmouseover="x',))
    registry = Registry((CITY, bad))
    found = finding(message=NASTY, quote="</q><img src=x onerror=alert(1)>", source="javascript:alert(1)")
    weird = "bc \udce9\ud800\x00.docx"
    return registry, [
        sent(1, bad, Verdict.GAPS, name=NASTY, findings=[found], outputs=(f"x/{NASTY}.docx", "//evil.example/a.docx")),
        sent(2, bad, Verdict.UNREADABLE, name=weird, outputs=("javascript:alert(1)//phieu-ra-soat.docx",)),
        sent(3, None, Verdict.GAPS, name=NASTY),
        sent(4, None, Verdict.GAPS, name=weird),
    ]  # fmt: skip
