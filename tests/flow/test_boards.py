"""The dashboard is written as little as can be, and never loses what it listed."""

import os
import time

from service.flow import boards
from service.flow.boards import Dashboard, changed_units, consolidated
from service.flow.drafts import versions
from service.gaps import standings
from service.model.examination import Examination, FileFacts, Kind, UnitMatch, Verdict
from service.model.submission import Claim, Submission


def sent(unit_id, number=1):
    unit = UnitMatch(unit_id, unit_id, "commune", "letterhead")
    answer = Examination(FileFacts("bc.docx", "0" * 64, 1, "docx"), Kind.TERM_REPORT, Verdict.COMPLETE, unit)
    claim = Claim("0" * 64, "bc.docx", "", 1, "2020-06-01T08:00:00+07:00", number)
    return Submission(claim, answer, published=True)


def board(means, *submissions):
    return standings(means.rulebook.registry, submissions)


def test_a_change_concerns_the_unit_and_all_above_it(means):
    before, after = board(means), board(means, sent("hai-phong.le-chan.an-bien"))
    assert changed_units(before, after) == {"hai-phong.le-chan.an-bien", "hai-phong.le-chan", "hai-phong"}


def test_no_change_concerns_nobody(means):
    one = board(means, sent("hai-phong.le-chan"))
    assert changed_units(one, board(means, sent("hai-phong.le-chan"))) == frozenset()


def test_after_the_first_time_only_changed_pages_are_made(means, monkeypatch):
    asked = []
    sound = boards.dashboard
    monkeypatch.setattr(boards, "dashboard", lambda *a, **named: asked.append(named["pages"]) or sound(*a, **named))
    shown = Dashboard(means)
    shown.show(board(means))
    shown.show(board(means, sent("hai-phong.le-chan")))
    assert asked == [None, {"hai-phong.le-chan", "hai-phong"}]


def test_a_page_that_would_only_tell_another_minute_is_left_alone(means, office, monkeypatch):
    moments = iter([f"2020-06-0{day}T08:00:00+07:00" for day in range(1, 9)])
    monkeypatch.setattr(boards, "now", lambda: next(moments))
    Dashboard(means).show(board(means))
    before = (office.outbox / "index.html").read_bytes()
    Dashboard(means).show(board(means))
    assert (office.outbox / "index.html").read_bytes() == before
    Dashboard(means).show(board(means, sent("hai-phong.le-chan")))
    assert (office.outbox / "index.html").read_bytes() != before


def test_a_new_day_asks_for_a_new_page(means, monkeypatch):
    day = ["2020-06-01T23:59:00+07:00"]
    monkeypatch.setattr(boards, "now", lambda: day[0])
    shown = Dashboard(means)
    assert not shown.of_today
    shown.show(board(means))
    assert shown.of_today
    day[0] = "2020-06-02T00:01:00+07:00"
    assert not shown.of_today


def test_data_files_that_nobody_has_open_any_more_are_swept(means, office):
    folder = office.outbox / "_tong-quan"
    folder.mkdir()
    old, young, foreign = (folder / name for name in ("du-lieu-cu.js", "du-lieu-moi.js", "ghi-chu.txt"))
    for file in (old, young, foreign):
        file.write_bytes(b"")
    day_ago = time.time() - 25 * 3600
    for file in (old, foreign):
        os.utime(file, (day_ago, day_ago))
    Dashboard(means).show(board(means))
    assert [file.exists() for file in (old, young, foreign)] == [False, True, True]


def test_only_our_own_versions_are_counted(tmp_path):
    names = ("bao-cao-tong-hop.docx", "bao-cao-tong-hop-02.docx", "bao-cao-tong-hop-10.docx")
    others = ("bao-cao-tong-hop - sửa.docx", "~$o-cao-tong-hop.docx", "bao-cao-tong-hop-x.docx", "so-lieu.xlsx")
    for name in (*names, *others):
        (tmp_path / name).write_bytes(b"")
    assert {number: path.name for number, path in versions(tmp_path, "bao-cao-tong-hop", ".docx").items()} == dict(
        zip((1, 2, 10), names, strict=True)
    )
    assert versions(tmp_path / "nowhere", "so-lieu", ".xlsx") == {}


def test_the_dashboard_lists_the_newest_consolidated_output_of_each_unit(means, office):
    for place in ("hai-phong", "hai-phong/le-chan"):
        folder = office.outbox / place / "tong-hop"
        folder.mkdir(parents=True)
        for name in ("bao-cao-tong-hop.docx", "bao-cao-tong-hop-02.docx"):
            (folder / name).write_bytes(b"")
    listed = consolidated(office.outbox, means.rulebook, means.words)
    assert listed == (
        ("Báo cáo tổng hợp - Hội Khuyến học thành phố Hải Phòng", "hai-phong/tong-hop/bao-cao-tong-hop-02.docx"),
        ("Báo cáo tổng hợp - Hội Khuyến học quận Lê Chân", "hai-phong/le-chan/tong-hop/bao-cao-tong-hop-02.docx"),
    )
