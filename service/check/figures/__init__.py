"""The figures of a report, one way: numbers, readings, tables, doubts, and the judge above them."""
