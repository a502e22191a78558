"""Setting an event up: a page for each part of it."""
