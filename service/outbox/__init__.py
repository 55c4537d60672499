"""Writes what people read, a room for each output; puts finished files in the outbox safely."""
