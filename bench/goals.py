"""What the bench asks for: one line for each ratio."""

from __future__ import annotations

from typing import NamedTuple


class Goal(NamedTuple):
    """A ratio, what is aimed at, and where the bench fails."""

    name: str
    aim: float
    limit: float
    """Beyond this `make bench` fails. Where the aim isn't reached yet, this holds what is."""
    at_least: bool = False
    """The ratio should be large, not small."""

    def is_missed(self, ratio: float) -> bool:
        """Whether the ratio lies beyond the limit."""
        return ratio < self.limit if self.at_least else ratio > self.limit


GOALS = (
    Goal("read + outline / inflate and parse", 2.0, 2.0),
    Goal("read + outline / inflate and parse, sparse markup", 2.0, 4.5),
    Goal("python-docx walk / read + outline", 8.0, 8.0, at_least=True),
    Goal("tongket read / python + zipfile + lxml, whole process", 1.4, 2.0),
    Goal("peak memory of tongket read, MiB", 45.0, 45.0),
    Goal("peak memory / unpacked XML, 30 pages", 4.0, 4.0),
    Goal("peak memory / unpacked XML, 300 pages", 4.0, 4.0),
    Goal("peak memory / unpacked XML, 1000 pages", 4.0, 4.0),
    Goal("growth from 10 to 1000 pages, exponent", 1.05, 1.05),
    Goal("whole check / python-docx walk", 0.33, 0.42),
    Goal("finding phrases in headings / inflate and parse", 0.5, 0.5),
    Goal("finding phrases in headings, ms a report", 15.0, 15.0),
    Goal("peak memory of a worker, MiB", 400.0, 400.0),
    Goal("merging 40 reports / streaming floor", 1.5, 1.5),
    Goal("peak memory of merging 40 reports, MiB", 100.0, 100.0),
    Goal("growth from 5 to 40 reports, exponent", 1.05, 1.1),
)
