"""Tables of figures: their heads, what their columns stand for, and the indicators in them."""
