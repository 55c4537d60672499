"""Whose report it is, by the dated registry of units."""
