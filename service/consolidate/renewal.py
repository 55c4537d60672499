"""Renews a drafter's document without taking a letter from the drafter: what is done to each block, as data.

Each block is judged by three fingerprints: of what was generated then, of what stands there now, and of what
would be generated today. Only a block whose words are exactly those that were generated is ever written over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from service.model.owned import Addition, Change, Fate, Fresh, Known, Piece, Plan, Role, Step, Turn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

SAME = 95.0
"""A block that lost its mark is known by words as alike as this, in hundredths."""
LEAST = 20
"""Fewer letters than this are no proof."""
LOST = "0" * 12
"""What the tag of a block says whose mark was lost: its words are never taken for generated ones."""


def renewal(pieces: Sequence[Piece], known: Sequence[Known], fresh: Sequence[Fresh]) -> Plan:
    """What an update does to a document.

    Args:
        pieces: The document, in its order.
        known: Every block that was ever generated for it, also those that the drafter took out.
        fresh: The blocks that today's data give, in their order.
    """
    return _Renewal(pieces, known, fresh).plan()


class _Renewal:
    """Decides over one document."""

    def __init__(self, pieces: Sequence[Piece], known: Sequence[Known], fresh: Sequence[Fresh]) -> None:
        self._pieces = pieces
        self._known = {one.code: one for one in known}
        self._fresh = {one.code: one for one in fresh}
        self._steps: dict[int, Step] = {}
        self._additions: list[Addition] = []
        self._after: dict[str, Known] = {}
        self._changes: list[Change] = []
        self._places: dict[str, tuple[int, int]] = {}
        """The first and the last piece of each block that is there, with what was set beside it."""

    def plan(self) -> Plan:
        """The whole of it."""
        blocks = self._blocks()
        for code, at in blocks.items():
            self._judge(code, at)
        for code, (at, size) in self._lost(blocks).items():
            self._restore(code, at, size)
        self._taken_out()
        self._left_over()
        self._new()
        told = dict.fromkeys([*self._fresh, *self._known, *blocks])
        order = {code: number for number, code in enumerate(told)}
        return Plan(
            tuple(step for _, step in sorted(self._steps.items())),
            tuple(self._additions),
            tuple(sorted(self._after.values(), key=lambda one: order[one.code])),
            tuple(sorted(self._changes, key=lambda one: order[one.code])),
        )

    def _blocks(self) -> dict[str, int]:
        """The piece that is each block: of copies the first that nobody touched; an offer where the block is gone."""
        found: dict[str, int] = {}
        for role in (Role.BLOCK, Role.OFFER):
            copies: dict[str, list[int]] = {}
            for at, piece in enumerate(self._pieces):
                if piece.role is role and (role is Role.BLOCK or piece.code not in found):
                    copies.setdefault(piece.code, []).append(at)
            for code, places in copies.items():
                untouched = [at for at in places if self._pieces[at].now == self._pieces[at].gen]
                found[code] = (untouched or places)[0]
                self._release(at for at in places if at != found[code])
        return found

    def _judge(self, code: str, at: int) -> None:
        piece, fresh = self._pieces[at], self._fresh.get(code)
        offers = self._offers(code, but=at)
        self._places[code] = (at, max([at, *offers]))
        if fresh is None:
            self._sourceless(code, at, offers)
        elif fresh.gen in (piece.now, piece.gen):
            self._keep(at, fresh.gen)
            self._withdraw(offers)
            self._remember(fresh)
        elif piece.now == piece.gen:
            self._steps[at] = Step(Turn.RENEW, at, code=code, gen=fresh.gen)
            self._withdraw(offers)
            self._remember(fresh)
            self._tell(Fate.RENEWED, fresh, piece.text)
        else:
            self._conflict(at, fresh, self._known.get(code) or Known(code, piece.text, piece.gen), offers)

    def _offers(self, code: str, but: int) -> list[int]:
        return [at for at, one in enumerate(self._pieces) if one.role is Role.OFFER and one.code == code and at != but]

    def _keep(self, at: int, gen: str, role: Role = Role.BLOCK) -> None:
        self._steps[at] = Step(Turn.KEEP, at, code=self._pieces[at].code, gen=gen, role=role)

    def _conflict(self, at: int, fresh: Fresh, was: Known, offers: Sequence[int]) -> None:
        """The drafter's words stay in place; the newer ones go beside them, once."""
        if at not in self._steps:
            self._keep(at, self._pieces[at].gen)
        current = [n for n in offers if self._pieces[n].gen == fresh.gen]
        self._withdraw([n for n in offers if n not in current])
        if was.offered != fresh.gen:
            if not current:
                self._additions.append(Addition(fresh.code, self._places[fresh.code][1], offer=True))
            self._tell(Fate.CONFLICT, fresh, self._pieces[at].text)
        elif any(self._pieces[n].pending for n in current):
            self._tell(Fate.CONFLICT, fresh, self._pieces[at].text)
        self._after[fresh.code] = replace(was, offered=fresh.gen, title=fresh.title)
        for n in current:
            self._keep(n, fresh.gen, Role.OFFER)

    def _sourceless(self, code: str, at: int, offers: Sequence[int]) -> None:
        """No report says it any more: it goes if nobody touched it."""
        piece = self._pieces[at]
        was = self._known.get(code) or Known(code, piece.text, piece.gen)
        self._withdraw(offers)
        if piece.now == piece.gen:
            self._steps[at] = Step(Turn.DROP, at)
            self._changes.append(Change(Fate.REMOVED, code, was.title, piece.text))
            return
        self._keep(at, piece.gen)
        self._after[code] = replace(was, offered="")
        self._changes.append(Change(Fate.ORPHANED, code, was.title, piece.text))

    def _withdraw(self, offers: Sequence[int]) -> None:
        """Take out offers that nobody touched or accepted; the others are the drafter's from now on."""
        for at in offers:
            piece = self._pieces[at]
            if piece.now == piece.gen and piece.pending:
                self._steps[at] = Step(Turn.DROP, at)
            else:
                self._release([at])

    def _release(self, places: Iterable[int]) -> None:
        for at in places:
            self._steps[at] = Step(Turn.RELEASE, at)

    def _lost(self, blocks: Mapping[str, int]) -> dict[str, tuple[int, int]]:
        """Blocks whose mark was lost, by the drafter's pieces that still hold their words."""
        taken: set[int] = set()
        found: dict[str, tuple[int, int]] = {}
        for code, was in self._known.items():
            if code in blocks or was.gone or len(was.text) < LEAST:
                continue
            place = self._find(was, taken)
            if place is not None:
                found[code] = place
                taken |= set(range(place[0], sum(place)))
        return found

    def _find(self, was: Known, taken: Collection[int]) -> tuple[int, int] | None:
        """The first piece and how many, where the words of a block stand without its mark."""
        best, most = None, SAME
        for at in range(len(self._pieces) - was.size + 1):
            window = self._pieces[at : at + was.size]
            if any(piece.role is not Role.OWN or at + n in taken for n, piece in enumerate(window)):
                continue
            alike = fuzz.ratio(_text(window), was.text, score_cutoff=most)
            if alike > most or (best is None and alike == most):
                best, most = (at, was.size), alike
        return best

    def _restore(self, code: str, at: int, size: int) -> None:
        """Marked again as it stands; where the source changed, that's for the drafter to decide."""
        was, fresh = self._known[code], self._fresh.get(code)
        text = _text(self._pieces[at : at + size])
        same = fresh is not None and (fresh.gen == was.gen or fresh.text == text)
        self._places[code] = (at, at + size - 1)
        self._steps[at] = Step(Turn.RESTORE, at, size, code, fresh.gen if fresh and same else LOST)
        self._after[code] = was if fresh else replace(was, offered="")
        if fresh and not same:
            self._conflict(at, fresh, was, ())
            return
        self._changes.append(Change(Fate.FOUND, code, was.title, text))
        if fresh:
            self._remember(fresh)

    def _taken_out(self) -> None:
        """What was generated once and isn't there any more stays out."""
        for code, was in self._known.items():
            if code in self._places:
                continue
            fresh = self._fresh.get(code)
            newer = replace(was, text=fresh.text, gen=fresh.gen, size=fresh.size) if fresh else was
            self._after[code] = replace(newer, gone=True, offered="")
            if fresh and fresh.gen != was.gen:
                self._tell(Fate.STAYS_OUT, fresh, was.text)

    def _left_over(self) -> None:
        for at, piece in enumerate(self._pieces):
            if piece.role is Role.OFFER and at not in self._steps:
                self._release([at])

    def _new(self) -> None:
        """What was never generated before goes after the block that comes before it today."""
        codes = list(self._fresh)
        after: int | None = None
        for number, code in enumerate(codes):
            if code in self._places:
                after = self._places[code][1]
            elif code not in self._known:
                later = (self._places[name][0] for name in codes[number:] if name in self._places)
                self._additions.append(Addition(code, after, next(later, None) if after is None else None))
                self._remember(self._fresh[code])
                self._tell(Fate.NEW, self._fresh[code], "")

    def _remember(self, fresh: Fresh) -> None:
        self._after[fresh.code] = Known(fresh.code, fresh.text, fresh.gen, fresh.size, title=fresh.title)

    def _tell(self, fate: Fate, fresh: Fresh, before: str) -> None:
        self._changes.append(Change(fate, fresh.code, fresh.title, before, fresh.text))


def _text(pieces: Sequence[Piece]) -> str:
    return "\n".join(piece.text for piece in pieces)
