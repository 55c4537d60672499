"""How all outputs say the same things: names, figures, dates, points and versions in words."""
