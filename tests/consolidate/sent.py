"""Reports that units sent, made by hand: who, when, and what was found."""

from dataclasses import replace
from datetime import date

from service.gaps import standings
from service.model.examination import Examination, FileFacts, Finding, Kind, Severity, UnitMatch, Verdict
from service.model.rulebook import Round
from service.model.submission import Claim, Submission
from service.model.unit import Registry, Unit

CITY = Unit("hp", "Hải Phòng", "city", "thành phố", None)
LE_CHAN = Unit("hp.le-chan", "Lê Chân", "district", "quận", "hp", deadline=date(2020, 6, 30))
KIEN_AN = Unit("hp.kien-an", "Kiến An", "district", "quận", "hp", deadline=date(2020, 6, 30))
AN_BIEN = Unit("hp.le-chan.an-bien", "An Biên", "commune", "phường", "hp.le-chan", deadline=date(2020, 3, 31))
DU_HANG = Unit("hp.le-chan.du-hang", "Dư Hàng", "commune", "phường", "hp.le-chan", deadline=date(2020, 3, 31))
REGISTRY = Registry((CITY, LE_CHAN, AN_BIEN, DU_HANG, KIEN_AN))
ROUND = Round()
TODAY = date(2020, 4, 10)

LESSONS = Finding(
    "section.missing", Severity.ERROR, "Chưa thấy phần bài học kinh nghiệm.", "w", "f", section="lessons_learned"
)
NQ29 = Finding("authority.missing", Severity.ERROR, "Chưa dẫn Nghị quyết 29.", "w", "f", authority="nq29")
UNCOUNTED = Finding("goals.unquantified", Severity.WARNING, "Mục tiêu chưa có số liệu.", "w", "f")
REMARK = Finding("document.comments", Severity.INFO, "Tệp còn góp ý.", "w", "f")
OTHER_TERM = Finding("term.other_round", Severity.ERROR, "Báo cáo của nhiệm kỳ 2010-2015.", "w", "f")
SPEECH = Finding("document.wrong_kind", Severity.ERROR, "Tệp này là tham luận.", "w", "Gửi báo cáo tổng kết.")


def report(number, unit, day, *findings, verdict=None, name="bc.docx"):
    """One file of a unit, judged; with gaps where something grave was found."""
    grave = any(finding.severity is Severity.ERROR for finding in findings)
    verdict = verdict or (Verdict.GAPS if grave else Verdict.COMPLETE)
    match = UnitMatch(unit.id, unit.association, unit.level, "letterhead")
    facts = FileFacts(name, f"{number:064x}", 1000, "docx")
    kind = Kind.TERM_REPORT if verdict in (Verdict.GAPS, Verdict.COMPLETE) else Kind.SPEECH
    return Submission(taken(number, day, name), Examination(facts, kind, verdict, match, findings=findings))


def waits(number, unit, day):
    """A file in its unit's folder that has no answer yet."""
    return Submission(replace(taken(number, day), folder=unit.id.replace(".", "/")), None)


def taken(number, day, name="bc.docx"):
    return Claim(f"{number:064x}", name, "", 1000, f"2020-{day}T08:00:00+07:00", id=number)


def board(*sent, registry=REGISTRY, waivers=()):
    return standings(registry, sent, (), ROUND, waivers=waivers, today=TODAY)


def changed(*units):
    """The registry with these units instead of their namesakes."""
    new = {unit.id: unit for unit in units}
    return Registry(tuple(new.get(unit.id, unit) for unit in REGISTRY.units))
