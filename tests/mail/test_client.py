"""One message to one server: what is known of it afterwards is never more than what the server said."""

from datetime import UTC, datetime

import pytest

from service.mail import Outcome, Server, message, send
from tests.mail import servers

ME, YOU, OTHER = "baocao@hkh.example", "lechan@hkh.example", "anbien@hkh.example"
MOMENT = datetime(2020, 7, 6, tzinfo=UTC)


@pytest.fixture
def start():
    begun = []

    def running(box, **options):
        begun.append(servers.running(box, **options))
        return begun[-1]

    yield running
    for controller in begun:
        controller.stop(no_assert=True)


def written(text="Kính gửi", to=(YOU,)):
    return message(sender=ME, to=to, subject="Phiếu rà soát", text=text, mark="tongket-1-aa", moment=MOMENT)


def at(controller, **options):
    return Server("127.0.0.1", controller.port, options.pop("security", "none"), timeout=5, **options)


def test_a_message_arrives_as_it_was_written(start):
    box = servers.Box()
    result = send(at(start(box)), written("Dòng một\n.\n..hai\n.ba\n"), ME, [YOU])
    assert result.outcome is Outcome.SENT
    assert b"\r\n.\r\n..hai\r\n.ba\r\n" in box.messages[0]


def test_a_server_that_is_away_is_tried_later():
    assert (
        send(Server("127.0.0.1", servers.free_port(), "none", timeout=1), written(), ME, [YOU]).outcome is Outcome.LATER
    )


@pytest.mark.parametrize(
    ("box", "outcome", "reply"),
    [
        (servers.Box(rcpt={YOU: "550 no such user"}), Outcome.REFUSED, "550 no such user"),
        (servers.Box(rcpt={YOU: "450 mailbox busy"}), Outcome.LATER, "450 mailbox busy"),
        (servers.Box(data="554 looks like spam"), Outcome.REFUSED, "554 looks like spam"),
        (servers.Box(data="452 disk full"), Outcome.LATER, "452 disk full"),
        (servers.Box(mail="553 not your address"), Outcome.UNREADY, "553 not your address"),
        (servers.Box(mail="451 try again"), Outcome.LATER, "451 try again"),
    ],
)
def test_what_the_server_says_decides(start, box, outcome, reply):
    result = send(at(start(box)), written(), ME, [YOU])
    assert result.outcome is outcome
    assert reply in result.reply
    assert box.messages == []


def test_of_several_addresses_the_good_ones_get_it_and_the_bad_one_is_told(start):
    box = servers.Box(rcpt={OTHER: "550 no such user"})
    result = send(at(start(box)), written(to=(YOU, OTHER)), ME, [YOU, OTHER])
    assert (result.outcome, len(box.messages)) == (Outcome.SENT, 1)
    assert f"{OTHER}: 550 no such user" in result.reply


def test_where_the_line_breaks_before_the_answer_nobody_knows(start):
    box = servers.Box(data="cut")
    assert send(at(start(box)), written(), ME, [YOU]).outcome is Outcome.UNCLEAR
    assert len(box.messages) == 1


def test_where_the_line_breaks_in_the_middle_of_a_large_message_it_was_not_taken(start):
    large = written("x" * 70 + "\n" + ("y" * 70 + "\n") * 400_000)
    result = send(at(start(servers.Box(), factory=servers.CutInData)), large, ME, [YOU])
    assert result.outcome is Outcome.LATER


def test_starttls_needs_a_certificate_that_is_trusted(start, tmp_path):
    trusted, context = servers.certificate(tmp_path)
    box = servers.Box()
    controller = start(box, tls_context=context, require_starttls=True)
    assert send(at(controller, security="starttls"), written(), ME, [YOU]).outcome is Outcome.UNREADY
    result = send(at(controller, security="starttls", certificates=trusted), written(), ME, [YOU])
    assert (result.outcome, len(box.messages)) == (Outcome.SENT, 1)


def test_a_server_without_starttls_gets_nothing_where_it_is_asked_for(start):
    box = servers.Box()
    assert send(at(start(box), security="starttls"), written(), ME, [YOU]).outcome is Outcome.UNREADY
    assert box.messages == []


def test_the_password_is_given_over_a_safe_line_and_a_wrong_one_is_no_refusal_of_the_message(start, tmp_path):
    trusted, context = servers.certificate(tmp_path)
    box = servers.Box()
    controller = start(box, tls_context=context, require_starttls=True, authenticator=servers.login, auth_required=True)
    safe = {"security": "starttls", "certificates": trusted, "user": "baocao"}
    assert send(at(controller, password="sai", **safe), written(), ME, [YOU]).outcome is Outcome.UNREADY
    assert send(at(controller, password="mat khau", **safe), written(), ME, [YOU]).outcome is Outcome.SENT


def test_a_line_that_is_safe_from_the_start_needs_a_certificate_that_is_trusted(start, tmp_path):
    trusted, context = servers.certificate(tmp_path)
    box = servers.Box()
    controller = start(box, ssl_context=context)
    assert send(at(controller, security="tls"), written(), ME, [YOU]).outcome is Outcome.UNREADY
    assert box.messages == []
    result = send(at(controller, security="tls", certificates=trusted), written("Có phiếu rà soát"), ME, [YOU])
    assert (result.outcome, len(box.messages)) == (Outcome.SENT, 1)


def test_the_password_is_given_over_a_line_that_is_safe_from_the_start(start, tmp_path):
    trusted, context = servers.certificate(tmp_path)
    box = servers.Box()
    # The test server knows of no other safe line than STARTTLS, so it is told not to ask for one.
    asks = {"authenticator": servers.login, "auth_require_tls": False}
    controller = start(box, ssl_context=context, **asks)
    safe = {"security": "tls", "certificates": trusted, "user": "baocao"}
    assert send(at(controller, password="sai", **safe), written(), ME, [YOU]).outcome is Outcome.UNREADY
    assert send(at(controller, password="mat khau", **safe), written(), ME, [YOU]).outcome is Outcome.SENT


def test_a_server_that_expects_an_open_line_gets_nothing_over_a_safe_one(start, tmp_path):
    trusted, _ = servers.certificate(tmp_path)
    box = servers.Box()
    result = send(at(start(box), security="tls", certificates=trusted), written(), ME, [YOU])
    assert (result.outcome, box.messages) == (Outcome.UNREADY, [])


def test_the_password_never_goes_over_an_open_line(start):
    seen = []

    class Listening(servers.Box):
        async def handle_EHLO(self, _server, session, _envelope, hostname, responses):  # noqa: N802  # aiosmtpd's
            session.host_name = hostname
            return responses

        async def handle_AUTH(self, *told):  # noqa: N802  # aiosmtpd's
            seen.append(told)

    controller = start(Listening(), authenticator=servers.login, auth_require_tls=False)
    result = send(at(controller, user="baocao", password="x"), written(), ME, [YOU])
    assert (result.outcome, seen) == (Outcome.SENT, [])
    assert "x" not in repr(at(controller, password="x")).split("password")[-1]
