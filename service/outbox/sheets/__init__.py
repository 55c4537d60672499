"""Fills the office's Word templates."""
