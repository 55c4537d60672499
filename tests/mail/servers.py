"""Mail servers on this machine that behave as the real ones do, on good days and bad."""

import shutil
import socket
import ssl
import subprocess

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Box:
    """Takes messages, or answers as it is told to."""

    def __init__(self, rcpt=None, data=None, mail=None):
        self.rcpt, self.data, self.mail = rcpt or {}, data, mail
        self.messages = []

    async def handle_MAIL(self, _server, _session, envelope, address, options):  # noqa: N802  # aiosmtpd's
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.mail or "250 OK"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802  # aiosmtpd's
        if address in self.rcpt:
            return self.rcpt[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, _session, envelope):  # noqa: N802  # aiosmtpd's
        if self.data == "cut":
            self.messages.append(envelope.content)
            server.transport.abort()
            return "250 never heard"
        if self.data:
            return self.data
        self.messages.append(envelope.content)
        return "250 taken"


class CutInData(SMTP):
    """Breaks off while the message is under way."""

    async def smtp_DATA(self, _arg):  # noqa: N802  # aiosmtpd's
        await self.push("354 go on")
        self.transport.abort()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def running(box, **options):
    factory = options.pop("factory", None)
    controller = Controller(box, hostname="127.0.0.1", port=free_port(), **options)
    if factory:
        controller.factory = lambda: factory(box)
    controller.start()
    return controller


def login(_server, _session, _envelope, _mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"baocao", b"mat khau")
    return AuthResult(success=good, handled=False)


def certificate(folder):
    """A self-made certificate for localhost and its key."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("needs openssl to make a certificate")
    made, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-out", str(made), "-keyout", str(key)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    return made, context
