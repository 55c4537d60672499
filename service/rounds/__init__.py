"""Between one version of a unit's report and the next: what is the same finding, what changed, what was accepted."""
