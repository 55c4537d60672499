"""The documents that a report cites: which are meant, and which of their particulars are wrong."""
