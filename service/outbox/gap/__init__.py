"""The gap report that goes back to the officer."""
