"""Figures as written: amounts, what they measure, and digits that are no figure."""
