"""What only a comparison of reports shows: text that others wrote, and totals that the units below contradict."""
