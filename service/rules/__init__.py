"""Rule files to a rulebook; mistakes come back with file, line, column and what would be right."""

from service.rules.pack import load

__all__ = ["load"]
