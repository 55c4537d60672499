"""Notices by e-mail: one message made and handed to a server, and what is known of it afterwards.

Nothing here remembers anything; the corridor records an attempt before and its result after.
"""

from service.mail.client import Outcome, Result, Server, send
from service.mail.message import Enclosure, message
from service.mail.secret import password

__all__ = ["Enclosure", "Outcome", "Result", "Server", "message", "password", "send"]
