"""Each published answer is told once to its unit; a bad day of the mail server costs no report anything."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from service.flow.mail_health import mail_points, notice_lines, probe
from service.flow.notices import Notices
from service.flow.service import serve
from service.model.notice import Delivery
from service.settings import load
from service.words import words
from tests.flow import files
from tests.mail import servers

TO = "tantrao@hkh.example"


@pytest.fixture
def post(office):
    """An office whose notices go to a server on this machine: box, and a way to start it."""
    begun = []

    def start(box):
        begun.append(servers.running(box))
        office.set(on="true", host='"127.0.0.1"', port=begun[-1].port, security='"none"', sender='"a@hkh.example"')
        (office.root / "dia-chi-thu.yaml").write_text(f"hai-phong.kien-thuy.tan-trao: {TO}\n", "utf-8")
        return box

    yield start
    for controller in begun:
        controller.stop(no_assert=True)


def notices(office):
    with office.tools() as means:
        return means.ledger.notices()


def read(box):
    return [message_from_bytes(data, policy=default) for data in box.messages]


def hurry(office):
    """The time to wait before the next attempt is over."""
    with office.tools() as means:
        for notice in means.ledger.notices():
            means.ledger.update_notice(replace(notice, again=""))


def test_nothing_is_sent_or_planned_while_it_is_off(office):
    office.drop(files.GOOD)
    office.run()
    assert notices(office) == ()


def test_a_unit_is_told_once_with_its_gap_report(office, post):
    box = post(servers.Box())
    office.drop(files.GOOD)
    office.run()
    office.run()
    [told] = read(box)
    assert (told["To"], told["Subject"]) == (TO, "Phiếu rà soát báo cáo tổng kết: Hội Khuyến học xã Tân Trào")
    assert "phieu-ra-soat.docx" in [file.get_filename() for file in told.iter_attachments()]
    assert files.GOOD.name in told.get_body().get_content()
    [notice] = notices(office)
    assert (notice.state, notice.attempts, notice.address) == (Delivery.SENT, 1, TO)


def test_a_notice_counts_what_is_left_to_mend(office, post):
    office.drop(files.DISTRICT, "BC Kiến Thụy.docx")
    office.run()
    [result] = [json.loads(file.read_text("utf-8")) for file in office.outbox.rglob("result.json")]
    named = [one["id"] for one in result["findings"] if one["severity"] in ("error", "warning")]
    lines = (f"- {{unit: hai-phong.kien-thuy, finding: {one}, reason: Đã nêu, by: Bà Hoa}}" for one in named)
    (office.root / "mien-tru.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    box = post(servers.Box())
    (office.root / "dia-chi-thu.yaml").write_text(f"hai-phong.kien-thuy: {TO}\n", "utf-8")
    office.run()
    [told] = read(box)
    assert named
    assert words().say("mail.count", grave=0, light=0) in told.get_body().get_content()


def test_the_same_answer_laid_again_is_not_told_again(office, post):
    box = post(servers.Box())
    office.drop(files.GOOD)
    office.run()
    with office.tools() as means:
        serve(means, once=True, again=True)
    assert len(box.messages) == 1


def test_large_answers_are_only_named(office, post):
    box = post(servers.Box())
    office.set(attach_megabytes=0)
    office.drop(files.GOOD)
    office.run()
    [told] = read(box)
    assert list(told.iter_attachments()) == []
    assert "tan-trao/01-" in told.get_content().replace("=\n", "")


def test_a_unit_without_an_address_waits_until_it_has_one(office, post):
    box = post(servers.Box())
    (office.root / "dia-chi-thu.yaml").unlink()
    office.drop(files.GOOD)
    office.run()
    assert [notice.state for notice in notices(office)] == [Delivery.DUE]
    (office.root / "dia-chi-thu.yaml").write_text(f"hai-phong.kien-thuy.tan-trao: {TO}\n", "utf-8")
    office.run()
    assert len(box.messages) == 1


def test_a_server_that_is_away_keeps_no_report_from_its_answer_and_is_tried_later(office, post):
    box = post(servers.Box())
    right = load(office.root).mail.port
    office.set(port=servers.free_port())
    office.drop(files.GOOD)
    office.run()
    [notice] = notices(office)
    assert (notice.state, notice.attempts) == (Delivery.DUE, 1)
    assert notice.again > datetime.now(UTC).astimezone().isoformat()
    assert any(path.endswith("phieu-ra-soat.docx") for path in office.outputs())
    assert any("Chưa gửi được thư báo" in line for line in office.told)
    office.set(port=right)
    office.run()
    assert box.messages == []
    hurry(office)
    office.run()
    assert len(box.messages) == 1


def test_waits_grow_with_each_attempt_up_to_an_hour(office, post):
    post(servers.Box(data="452 disk full"))
    office.drop(files.GOOD)
    office.run()
    waits = []
    for _ in range(8):
        [notice] = notices(office)
        waits.append(datetime.fromisoformat(notice.again) - datetime.fromisoformat(notice.moment))
        hurry(office)
        office.run()
    assert waits[0] <= timedelta(seconds=61)
    assert timedelta(seconds=118) <= waits[1] <= timedelta(seconds=121)
    assert timedelta(seconds=3590) <= waits[-1] <= timedelta(seconds=3601)


def test_a_refusal_is_told_and_not_tried_again(office, post):
    box = post(servers.Box(rcpt={TO: "550 no such user"}))
    office.drop(files.GOOD)
    office.run()
    hurry(office)
    office.run()
    [notice] = notices(office)
    assert (notice.state, notice.attempts, box.messages) == (Delivery.REFUSED, 1, [])
    assert not any("Sẽ thử lại" in line for line in office.told)
    assert any("không tự gửi lại" in line for line in office.told)
    with office.tools() as means:
        [line] = notice_lines([notice], means.rulebook, words())
    assert line.startswith("Máy chủ thư không nhận thư báo của Hội Khuyến học xã Tân Trào")
    assert "550 no such user" in line


def test_a_message_whose_fate_is_unknown_is_not_sent_twice(office, post):
    box = post(servers.Box(data="cut"))
    office.drop(files.GOOD)
    office.run()
    hurry(office)
    office.run()
    assert len(box.messages) == 1
    assert [notice.state for notice in notices(office)] == [Delivery.UNCLEAR]


def test_a_service_that_ended_in_the_middle_of_an_attempt_says_that_it_does_not_know(office, post):
    box = post(servers.Box(data="452 later"))
    office.drop(files.GOOD)
    office.run()
    with office.tools() as means:
        [notice] = means.ledger.notices()
        means.ledger.update_notice(replace(notice, state=Delivery.SENDING, again=""))
    box.data = None
    office.run()
    [notice] = notices(office)
    assert (notice.state, box.messages) == (Delivery.UNCLEAR, [])
    with office.tools() as means:
        assert "Không rõ đã gửi" in next(notice_lines([notice], means.rulebook, words()))


def test_the_attempt_stands_in_the_ledger_before_it_is_made(office, post, monkeypatch):
    post(servers.Box())
    office.drop(files.GOOD)
    seen = []

    def crash(*_):
        seen.extend(notice.state for notice in notices(office))
        raise KeyboardInterrupt

    monkeypatch.setattr("service.flow.notices.send", crash)
    with pytest.raises(KeyboardInterrupt):
        office.run()
    assert seen == [Delivery.SENDING]


def test_judging_goes_on_while_a_server_does_not_answer(office, post, monkeypatch):
    import threading  # noqa: PLC0415

    post(servers.Box())
    held, go = threading.Event(), threading.Event()

    def hang(*_):
        held.set()
        go.wait(30)
        raise OSError

    office.drop(files.GOOD)
    office.set(on="false")
    office.run()
    office.set(on="true")
    monkeypatch.setattr("service.flow.notices.send", hang)
    with office.tools() as means:
        from service.model.notice import Notice  # noqa: PLC0415

        means.ledger.plan_notice(Notice(1, "aa", "hai-phong.kien-thuy.tan-trao"))
        sending = Notices(means, lambda: False)
        assert sending.step(once=False).done == 0
        assert held.wait(10)
        assert sending.step(once=False).done == 0
        go.set()
        sending.close()


def test_a_mistake_in_the_addresses_is_told_and_nothing_else_suffers(office, post):
    post(servers.Box())
    (office.root / "dia-chi-thu.yaml").write_text("ha-noi: a@b.vn\n", "utf-8")
    office.drop(files.GOOD)
    with pytest.raises(Exception, match=r"mail\.addresses_unit"):
        office.run()
    assert any(path.endswith("phieu-ra-soat.docx") for path in office.outputs())


def test_doctor_tells_of_the_settings_and_sends_a_test(office, post):
    with office.tools() as means:
        assert [health for health, _ in mail_points(load(office.root), means.rulebook, words())] == ["ok"]
    box = post(servers.Box(rcpt={"nobody@hkh.example": "550 no such user"}))
    office.set(user='"baocao"')
    with office.tools() as means:
        points = list(mail_points(load(office.root), means.rulebook, words()))
    assert [health for health, _ in points] == ["ok", "warn", "ok"]
    assert probe(load(office.root), words(), TO)[0] == "ok"
    assert read(box)[0]["Subject"] == "Thư thử của tongket"
    health, sentence = probe(load(office.root), words(), "nobody@hkh.example")
    assert (health, "550 no such user" in sentence) == ("bad", True)
