"""What a file holds: the kind of each document in it, and what it still carries besides its text."""
