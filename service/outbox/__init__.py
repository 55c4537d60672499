"""Writes what people read: gap reports, the consolidated report, the workbook; puts them in the outbox safely."""
