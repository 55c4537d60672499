"""What a figure of running text says: of which indicator, of which time and kind, and how surely."""
