"""Letters are drafted once, kept while they hold, and never taken from a person who has edited them."""

import pytest

from service.errors import UsageError
from service.flow.letters import draft_letters
from service.flow.round_reports import report_round
from tests.flow import files

FOLDER = "hai-phong/cong-van"


@pytest.fixture
def late(office):
    """Everybody's last day has passed."""
    office.set(commune="2019-03-31", district="2019-06-30")
    return office


def draft(office, **how):
    with office.tools() as means:
        return draft_letters(means, **how)


def letters(office):
    return sorted(path.name for path in (office.outbox / FOLDER).glob("*"))


def listed(office):
    return (office.outbox / FOLDER / "can-xem-lai.txt").read_text("utf-8-sig")


def test_each_district_gets_its_letter_in_the_folder_of_the_city(late):
    assert draft(late).written == [f"{FOLDER}/don-doc-{name}.docx" for name in ("le-chan", "ngo-quyen", "kien-thuy")]


def test_nothing_is_drafted_where_nobody_is_late(office):
    assert draft(office).written == []
    assert not (office.outbox / FOLDER).exists()


def test_a_letter_that_still_holds_is_kept(late):
    first = draft(late)
    again = draft(late)
    assert (again.written, again.kept) == ([], first.written)


def test_a_letter_to_one_unit_lies_with_the_one_that_signs_it(late):
    done = draft(late, to=("hai-phong.le-chan.an-bien",))
    assert done.written == ["hai-phong/le-chan/cong-van/don-doc-rieng-an-bien.docx"]
    assert draft(late).removed == []


def test_only_units_with_others_below_sign_to_them(late):
    with pytest.raises(UsageError):
        draft(late, sender="hai-phong.le-chan.an-bien")


def test_an_untouched_letter_is_replaced_and_an_edited_one_is_left_and_listed(late):
    draft(late)
    edited = late.outbox / FOLDER / "don-doc-kien-thuy.docx"
    edited.write_bytes(b"edited")
    late.drop(files.DISTRICT)
    late.run()
    assert edited.read_bytes() == b"edited"
    assert "don-doc-kien-thuy.docx: từ khi lập công văn" in listed(late)
    done = draft(late)
    assert edited.read_bytes() == b"edited"
    assert done.written == [f"{FOLDER}/don-doc-kien-thuy-02.docx"]
    assert len(done.left) == 1


def test_an_edited_letter_that_asks_too_little_by_now_is_not_said_to_be_needless(late):
    late.set(commune="2999-03-31")
    draft(late)
    (late.outbox / FOLDER / "don-doc-kien-thuy.docx").write_bytes(b"edited")
    late.set(commune="2019-03-31")
    [told] = draft(late).left
    assert "không còn phải nhắc" not in told
    assert "còn đơn vị khác phải nhắc" in told


def test_a_new_day_in_the_settings_reaches_untouched_letters_and_is_told_of_edited_ones(late):
    draft(late)
    (late.outbox / FOLDER / "don-doc-kien-thuy.docx").write_bytes(b"edited")
    late.set(until="2999-12-31")
    done = draft(late)
    assert (len(done.written), len(done.removed), done.kept) == (3, 2, [])
    assert "31/12/2999" in listed(late)


def test_a_new_last_day_for_reports_reaches_untouched_letters(late):
    draft(late)
    late.set(district="2019-07-01")
    done = draft(late)
    assert (len(done.written), len(done.removed), done.kept) == (3, 3, [])


ONE_COMMUNE = """\
top: {id: hai-phong, name: Hải Phòng, type: thành phố}
districts:
  - {id: kien-thuy, name: Kiến Thụy, type: huyện, communes: {xã: [Tân Trào]}}
changes:
  - {unit: hai-phong.kien-thuy, expected: false}
"""


def test_a_letter_that_nobody_needs_any_more_is_taken_away_by_the_service(late):
    (late.root / "rules" / "units" / "don-vi.yaml").write_text(ONE_COMMUNE, "utf-8")
    draft(late)
    assert letters(late) == ["don-doc-kien-thuy.docx"]
    late.drop(files.GOOD)
    late.run()
    assert letters(late) == []
    assert any("Đã bỏ bản nháp" in line for line in late.told)


def test_a_letter_that_somebody_threw_away_is_drafted_anew_and_nothing_is_left_over(late):
    first = draft(late).written
    for path in first:
        (late.outbox / path).unlink()
    again = draft(late)
    assert (again.written, again.left, again.removed) == (first, [], [])
    assert not (late.outbox / FOLDER / "can-xem-lai.txt").exists()


def test_round_reports_and_letters_need_no_service(late):
    with late.tools() as means:
        assert report_round(means, "hai-phong")
        assert draft_letters(means).written


def page_of(office, unit):
    return (office.outbox / "_tong-quan" / "don-vi" / f"{unit}.html").read_text("utf-8")


def test_letters_are_linked_on_the_first_page_and_on_the_pages_of_all_whom_they_ask(late):
    draft(late)
    letter = f"{FOLDER}/don-doc-le-chan.docx"
    assert f'href="./{letter}"' in (late.outbox / "index.html").read_text("utf-8")
    assert f'href="../../{letter}"' in page_of(late, "hai-phong.le-chan")
    assert f'href="../../{letter}"' in page_of(late, "hai-phong.le-chan.an-bien")
    assert letter not in page_of(late, "hai-phong.ngo-quyen")


def test_a_letter_drafted_later_comes_to_pages_that_lie_there(late):
    late.run()
    assert "cong-van" not in page_of(late, "hai-phong.le-chan")
    draft(late, to=("hai-phong.le-chan",))
    assert "don-doc-rieng-le-chan.docx" in page_of(late, "hai-phong.le-chan")


def test_a_letter_that_was_taken_away_is_linked_no_more(late):
    draft(late)
    late.set(commune="2999-03-31", district="2999-06-30")
    late.run()
    assert letters(late) == []
    assert "don-doc" not in (late.outbox / "index.html").read_text("utf-8")
    assert "don-doc" not in page_of(late, "hai-phong.le-chan")
