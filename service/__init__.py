"""tongket: reads term reports, says what is missing, drafts the consolidated report."""

__version__ = "0.1.0"
