"""Fills the office's templates: of Word files and of pages."""
