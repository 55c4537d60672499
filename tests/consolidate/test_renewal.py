"""An update renews what nobody touched and never takes a letter from the drafter."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.consolidate.renewal import renewal
from service.model.owned import Fate, Fresh, Known, Piece, Role, Turn

WORDS = {
    "a": "Quận Lê Chân có 41.250 hội viên",
    "b": "Quận Ngô Quyền có 46.250 hội viên",
    "c": "Huyện Thủy Nguyên có 88.410 hội viên",
    "d": "Quận Đồ Sơn có 13.860 hội viên",
}


def fresh(code, text):
    return Fresh(code, text, text, title=code)


def built(blocks):
    """A document as it was first generated: a line of the drafter's around each block."""
    pieces = [Piece(Role.OWN, "đầu")]
    for code, text in blocks.items():
        pieces += [Piece(Role.BLOCK, text, text, code, text), Piece(Role.OWN, f"sau {code}")]
    return pieces, [Known(code, text, text, title=code) for code, text in blocks.items()]


def laid(pieces, plan, blocks):
    """The document after the plan, as a Word file would hold it."""
    steps = {step.at: step for step in plan.steps}
    covered = {at + n for at, step in steps.items() for n in range(1, step.pieces)}
    out = []

    def add(at, *, before):
        for one in plan.additions:
            if (one.before == at and one.after is None) if before else one.after == at:
                text = blocks[one.code]
                out.append(Piece(Role.OFFER if one.offer else Role.BLOCK, text, text, one.code, text, pending=True))

    for at, piece in enumerate(pieces):
        add(at, before=True)
        step = steps.get(at)
        if step is None:
            out.append(piece if at not in covered else None)
        elif step.turn is Turn.KEEP:
            out.append(replace(piece, role=step.role, gen=step.gen))
        elif step.turn is Turn.RENEW:
            text = blocks[step.code]
            out.append(Piece(Role.BLOCK, text, text, step.code, text))
        elif step.turn is Turn.RELEASE:
            out.append(Piece(Role.OWN, piece.text))
        elif step.turn is Turn.RESTORE:
            text = "\n".join(one.text for one in pieces[at : at + step.pieces])
            out.append(Piece(Role.BLOCK, text, text, step.code, step.gen))
        add(at, before=False)
    out += [
        Piece(Role.BLOCK, blocks[one.code], blocks[one.code], one.code, blocks[one.code], pending=True)
        for one in plan.additions
        if one.after is None and one.before is None
    ]
    return [piece for piece in out if piece is not None]


def ours(pieces, code):
    return [piece for piece in pieces if piece.code == code]


def update(pieces, known, blocks):
    plan = renewal(pieces, known, [fresh(code, text) for code, text in blocks.items()])
    return laid(pieces, plan, blocks), plan


def texts(pieces):
    return [piece.text for piece in pieces]


def fates(plan):
    return [(change.fate, change.code) for change in plan.changes]


def edited(pieces, code, text):
    return [replace(one, text=text, now=text) if one.code == code else one for one in pieces]


AB = {code: WORDS[code] for code in "ab"}
NEWER = {"a": WORDS["a"].replace("41.250", "41.300"), "b": WORDS["b"]}


def test_a_block_that_nobody_touched_is_renewed():
    after, plan = update(*built(AB), NEWER)
    assert texts(after) == ["đầu", NEWER["a"], "sau a", WORDS["b"], "sau b"]
    assert fates(plan) == [(Fate.RENEWED, "a")]


def test_an_edited_block_is_kept_where_its_source_is_the_same():
    pieces, known = built(AB)
    pieces = edited(pieces, "a", "Lê Chân dẫn đầu thành phố")
    after, plan = update(pieces, known, AB)
    assert (texts(after), fates(plan), plan.renews) == (texts(pieces), [], False)


def test_of_an_edited_block_whose_source_changed_both_stand_side_by_side():
    pieces, known = built(AB)
    after, plan = update(edited(pieces, "a", "Lê Chân dẫn đầu"), known, NEWER)
    assert texts(after) == ["đầu", "Lê Chân dẫn đầu", NEWER["a"], "sau a", WORDS["b"], "sau b"]
    assert fates(plan) == [(Fate.CONFLICT, "a")]


def test_newer_words_that_the_drafter_declined_are_not_offered_again():
    pieces, known = built(AB)
    after, plan = update(edited(pieces, "a", "Lê Chân dẫn đầu"), known, NEWER)
    declined = [piece for piece in after if piece.role is not Role.OFFER]
    again, plan = update(declined, plan.known, NEWER)
    assert (texts(again), fates(plan)) == (texts(declined), [])


def test_an_offer_takes_the_place_of_the_words_that_the_drafter_took_out_for_it():
    pieces, known = built(AB)
    after, plan = update(edited(pieces, "a", "Lê Chân dẫn đầu"), known, NEWER)
    chosen = [piece for piece in after if piece.text != "Lê Chân dẫn đầu"]
    newest = {**NEWER, "a": "Quận Lê Chân có 50.000 hội viên"}
    after, _ = update(chosen, plan.known, newest)
    assert texts(after) == ["đầu", newest["a"], "sau a", WORDS["b"], "sau b"]


def test_what_the_drafter_took_out_stays_out_and_is_told():
    pieces, known = built(AB)
    without = [piece for piece in pieces if piece.code != "a"]
    after, plan = update(without, known, NEWER)
    assert (texts(after), fates(plan)) == (texts(without), [(Fate.STAYS_OUT, "a")])
    again, plan = update(after, plan.known, NEWER)
    assert (texts(again), fates(plan)) == (texts(without), [])


def test_a_block_is_followed_to_where_the_drafter_moved_it():
    pieces, known = built(AB)
    moved = [*pieces[2:], pieces[1]]
    assert texts(update(moved, known, NEWER)[0])[-1] == NEWER["a"]


def test_a_block_pasted_as_text_is_found_by_its_words_and_not_given_twice():
    pieces, known = built(AB)
    pasted = [Piece(Role.OWN, one.text) if one.code == "a" else one for one in pieces]
    after, plan = update(pasted, known, AB)
    assert (texts(after), fates(plan)) == (texts(pasted), [(Fate.FOUND, "a")])
    after, plan = update(pasted, known, NEWER)
    assert texts(after) == ["đầu", WORDS["a"], NEWER["a"], "sau a", WORDS["b"], "sau b"]
    assert fates(plan) == [(Fate.CONFLICT, "a")]


def test_a_new_unit_comes_in_at_its_place():
    blocks = {"a": WORDS["a"], "c": WORDS["c"], "b": WORDS["b"]}
    after, plan = update(*built(AB), blocks)
    assert texts(after) == ["đầu", WORDS["a"], WORDS["c"], "sau a", WORDS["b"], "sau b"]
    assert fates(plan) == [(Fate.NEW, "c")]


def test_a_new_unit_before_all_others_comes_before_them():
    after, _ = update(*built(AB), {"c": WORDS["c"], **AB})
    assert texts(after) == ["đầu", WORDS["c"], WORDS["a"], "sau a", WORDS["b"], "sau b"]


@pytest.mark.parametrize(("text", "left"), [(WORDS["a"], 0), ("Lê Chân dẫn đầu", 1)])
def test_a_block_that_no_report_says_any_more_goes_only_where_nobody_edited_it(text, left):
    pieces, known = built(AB)
    after, plan = update(edited(pieces, "a", text), known, {"b": WORDS["b"]})
    assert len(ours(after, "a")) == left
    assert fates(plan) == [(Fate.ORPHANED if left else Fate.REMOVED, "a")]


def test_of_two_copies_one_is_renewed_and_the_other_is_the_drafters():
    pieces, known = built(AB)
    after, _ = update([*pieces, pieces[1]], known, NEWER)
    assert texts(after) == ["đầu", NEWER["a"], "sau a", WORDS["b"], "sau b", WORDS["a"]]


MARK = "✎"
"""What a drafter types is told by this."""


@st.composite
def drafters(draw, pieces):
    """A drafter edits, takes out, moves, copies, pastes as text and writes between."""
    pieces = list(pieces)
    for number in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(len(pieces) - 1, 0)))
        what = draw(st.sampled_from(["edit", "cut", "move", "copy", "strip", "write", "accept"]))
        if what == "write" or not pieces:
            pieces.insert(at, Piece(Role.OWN, f"{MARK}{number} của người soạn"))
            continue
        one = pieces[at]
        if what == "edit":
            cut = draw(st.integers(0, len(one.text)))
            text = f"{one.text[:cut]}{MARK}{number}{one.text[cut:]}"
            pieces[at] = replace(one, text=text, now=text if one.code else "")
        elif what == "cut":
            pieces.pop(at)
        elif what == "move":
            pieces.insert(draw(st.integers(0, len(pieces) - 1)), pieces.pop(at))
        elif what == "copy":
            pieces.insert(draw(st.integers(0, len(pieces))), one)
        elif what == "strip":
            pieces[at] = Piece(Role.OWN, one.text)
        else:
            pieces[at] = replace(one, pending=False)
    return pieces


rounds = st.dictionaries(
    st.sampled_from(sorted(WORDS)), st.integers(0, 3), min_size=1, max_size=4
)  # which units have sent, and their version


def said(versions):
    return {code: f"{WORDS[code]}, bản {versions[code]}" for code in sorted(versions)}


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_a_drafter_does_and_units_resend_no_letter_of_the_drafter_is_lost(data):
    pieces, known = built(said(data.draw(rounds)))
    for _ in range(3):
        pieces = data.draw(drafters(pieces))
        own = [piece.text for piece in pieces if piece.role is Role.OWN or MARK in piece.text]
        blocks = said(data.draw(rounds))
        pieces, plan = update(pieces, known, blocks)
        known = plan.known
        told = "\n".join(texts(pieces))
        assert [text for text in own if text not in told] == []
        again, once_more = update(pieces, known, blocks)
        assert (again, once_more.known, once_more.renews) == (pieces, known, False)
