"""How a directive, resolution or decision is recognised in a report."""

from __future__ import annotations
