"""How a figure of a report is recognised and named."""

from __future__ import annotations
