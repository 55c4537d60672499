"""Who owes a report, by the default registry."""

from collections import Counter

from service.defaults import folder
from service.gaps import owes
from service.model.rulebook import Round
from service.rules import load


def test_a_unit_that_was_merged_away_leaves_its_report_to_its_successor():
    registry = load(folder("rules")).registry
    owed = Counter(unit.level for unit in registry.units if owes(unit, Round()))
    assert owed == {"city": 1, "district": 15, "commune": 217}
