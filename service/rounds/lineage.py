"""Which submissions are versions of one report, in the order in which they came."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from service.model.comparison import Lineage, Sameness, Version
from service.model.examination import Verdict
from service.rounds.compare import compare
from service.rounds.likeness import share
from service.rounds.names import FileName, read_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from service.model.examination import Examination
    from service.model.submission import Submission

OTHER_ROUND = "term.other_round"
_SURELY = 0.8
"""Texts that share so much are versions of one report, whatever their names."""
_HARDLY = 0.05
"""Texts that share no more are other documents, whatever their names."""


def usable(submission: Submission) -> bool:
    """Whether the file is a term report of this round: one that may speak for its unit and be summed up."""
    return submission.examination is not None and _usable(submission.examination)


def _usable(answer: Examination) -> bool:
    a_report = answer.verdict in (Verdict.COMPLETE, Verdict.GAPS)
    return a_report and all(finding.code != OTHER_ROUND for finding in answer.findings)


def lineages(submissions: Iterable[Submission], units: Collection[str]) -> dict[int, Lineage]:
    """Where each answered submission stands among the versions of its report, by the id of its claim.

    A file that tells its unit is that unit's. One that doesn't, but has nearly the words of an earlier submission, or
    its name in the same folder, is taken for another version of that one; `Lineage.presumed` says by what.

    Args:
        submissions: everything that the ledger remembers.
        units: ids of all units that are known.
    """
    streams = _Streams(frozenset(units))
    for submission in sorted(submissions, key=lambda one: one.claim.id):
        if submission.examination is not None:
            streams.add(submission, submission.examination)
    return streams.found


def folder_owner(folder: str, units: Iterable[str]) -> str | None:
    """The unit whose id is spelt by a folder of the inbox or by its lower end."""
    path = folder.strip("/").lower().replace("/", ".")
    if not path:
        return None
    matches = [unit for unit in units if unit == path or unit.endswith("." + path)]
    return matches[0] if len(matches) == 1 else None


@dataclass(frozen=True, slots=True)
class _Sent:
    """A submission that came before."""

    version: Version
    name: FileName
    sha256: str
    answer: Examination

    def like(self, other: _Sent) -> float | None:
        return share(self.answer.sketch, other.answer.sketch)

    def named_like(self, other: _Sent) -> bool:
        """Whether both have one name in one folder, and a name or folder that isn't everybody's."""
        if not self.name.stem or (self.name.stem, self.version.folder) != (other.name.stem, other.version.folder):
            return False
        return bool(self.version.folder) or self.name.telling

    @property
    def counts(self) -> bool:
        """Whether it is a version of the report at all, and not another document of the same unit."""
        return self.answer.verdict is Verdict.UNREADABLE or _usable(self.answer)


@dataclass(slots=True)
class _Streams:
    """What was sent so far, by unit; files of nobody by the first of those that belong together."""

    units: frozenset[str]
    found: dict[int, Lineage] = field(default_factory=dict)
    _sent: dict[str, list[_Sent]] = field(default_factory=dict)

    def add(self, submission: Submission, answer: Examination) -> None:
        claim = submission.claim
        version = Version(claim.id, 0, claim.name, claim.folder, claim.received)
        this = _Sent(version, read_name(claim.name), claim.sha256, answer)
        stream, presumed = self._stream(this)
        before = self._sent.setdefault(stream, [])
        twin = _twin(this, before)
        this = replace(this, version=replace(version, number=_number(this, before, twin)))
        unit = stream if stream in self.units else None
        self.found[claim.id] = replace(_lineage(this, before, twin), unit=unit, presumed=presumed if unit else "")
        before.append(this)

    def _stream(self, this: _Sent) -> tuple[str, str]:
        told = this.answer.unit.id if this.answer.unit else None
        if told in self.units and told is not None:
            self._adopt(told, this)
            return told, ""
        for why, fits in _FITTING:
            streams = [stream for stream, sent in self._sent.items() if any(fits(one, this) for one in sent)]
            if len(streams) == 1:  # where several may be meant, none is
                return streams[0], why
        if this.answer.verdict is Verdict.UNREADABLE and (owner := folder_owner(this.version.folder, self.units)):
            return owner, "folder"
        return f"?{this.version.claim}", ""

    def _adopt(self, unit: str, this: _Sent) -> None:
        """Earlier files of nobody turn out to be this unit's when a later version tells it."""
        for stream in [name for name in self._sent if name not in self.units]:
            why = next((why for why, fits in _FITTING if any(fits(one, this) for one in self._sent[stream])), "")
            if not why:
                continue
            theirs = self._sent.pop(stream)
            self._sent[unit] = sorted((*self._sent.get(unit, ()), *theirs), key=lambda one: one.version.claim)
            for one in theirs:
                self.found[one.version.claim] = replace(self.found[one.version.claim], unit=unit, presumed=why)


def _surely(one: _Sent, other: _Sent) -> bool:
    return (one.like(other) or 0.0) >= _SURELY or one.sha256 == other.sha256


def _by_name(one: _Sent, other: _Sent) -> bool:
    return one.named_like(other) and not _unlike(one, other)


_FITTING = (("words", _surely), ("name", _by_name))


def _unlike(one: _Sent, other: _Sent) -> bool:
    like = one.like(other)
    return like is not None and like <= _HARDLY


def _twin(this: _Sent, before: list[_Sent]) -> _Sent | None:
    """The last that was sent with the same bytes."""
    return next((one for one in reversed(before) if one.sha256 == this.sha256), None)


def _current(before: list[_Sent]) -> _Sent | None:
    """The last usable version, which is the unit's until another one comes."""
    return next((one for one in reversed(before) if _usable(one.answer)), None)


def _goes_back(this: _Sent, before: list[_Sent]) -> bool:
    """Whether the bytes of an earlier version replace the current one's: the officer's last act counts."""
    current = _current(before)
    return _usable(this.answer) and current is not None and current.sha256 != this.sha256


def _number(this: _Sent, before: list[_Sent], twin: _Sent | None) -> int:
    if twin is not None and not _goes_back(this, before):
        return twin.version.number
    return max((one.version.number for one in before), default=0) + 1 if this.counts else 0


def _lineage(this: _Sent, before: list[_Sent], twin: _Sent | None) -> Lineage:
    copies = tuple(one.version for one in reversed(before) if _copies(one, this))
    back = twin is not None and _goes_back(this, before)
    repeated = twin.version if twin is not None and not back else None
    against = None if repeated or not _usable(this.answer) else _current(before) if back else _against(this, before)
    if against is None:
        return Lineage(this.version, repeats=repeated, copies=copies)
    comparison = compare(against.answer, this.answer, _sameness(against, this))
    return Lineage(
        this.version,
        against=against.version,
        comparison=comparison,
        returns=twin.version if twin is not None and back else None,
        copies=copies,
        older=(this.name.number or 0) < (against.name.number or 0) and this.name.number is not None,
    )


def _against(this: _Sent, before: list[_Sent]) -> _Sent | None:
    """The last usable version; one that has something in common with this one rather than one that hasn't."""
    reports = [one for one in before if _usable(one.answer)]
    alike = [one for one in reports if not _unlike(one, this)]
    return next(reversed(alike or reports), None)


def _sameness(one: _Sent, other: _Sent) -> Sameness:
    if one.answer.sketch and other.answer.sketch and one.answer.sketch.words == other.answer.sketch.words:
        return Sameness.WORDS
    return Sameness.UNLIKE if _unlike(one, other) else Sameness.REWORKED


def _copies(one: _Sent, other: _Sent) -> bool:
    same = (one.name.stem, one.version.folder) == (other.name.stem, other.version.folder)
    return same and (one.name.copy or other.name.copy)
