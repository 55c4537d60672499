"""The pack that a running service last worked with, for those who ask while the one in the folder can't be used."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from service.errors import RuleError
from service.flow.workspaces import assembled
from service.outbox.publish import publish
from service.rules import RuleText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.model.rulebook import Rulebook
    from service.settings import Settings

KEPT = "pack-in-force.json"
"""In the state folder: the rule files that were last in force."""


def last_in_force(settings: Settings) -> Rulebook | None:
    """The pack that a service last worked with in this workspace; None where there was none."""
    try:
        kept: dict[str, Any] = json.loads((settings.state / KEPT).read_text("utf-8"))
        texts = tuple(RuleText(**each) for each in kept["texts"])
        return assembled(texts, settings)
    except (OSError, ValueError, KeyError, TypeError, RuleError):
        return None


def keep(settings: Settings, texts: Iterable[RuleText], digest: str) -> None:
    """Keep the rule files that are in force from now on."""
    listed = [{"name": each.name, "text": each.text, "office": each.office} for each in texts]
    data = json.dumps({"digest": digest, "texts": listed}, ensure_ascii=False)
    publish(settings.state, KEPT, data.encode("utf-8", "surrogatepass"))
