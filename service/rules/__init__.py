"""Rule files to a rulebook; mistakes come back with file, line, column and what would be right."""

from service.rules.pack import RuleText, assemble, digest_of, load, read_texts

__all__ = ["RuleText", "assemble", "digest_of", "load", "read_texts"]
