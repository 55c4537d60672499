"""Judges a report by the rule pack: kind, unit, terms, sections, authorities, figures."""
