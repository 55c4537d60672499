"""Figures that can't be right: totals, percentages and units."""
