"""Reading: from the bytes of a Word file to a manuscript. Pure: nothing is opened, fetched or followed."""

from service.read.archive import Attachment, attachments
from service.read.reader import read
from service.read.sniff import CONVERTIBLE, sniff

__all__ = ["CONVERTIBLE", "Attachment", "attachments", "read", "sniff"]
