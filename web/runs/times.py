"""How long organisers may let the engine work."""

TIME_LIMITS = (5, 10, 30, 60, 300)
"""Seconds."""
USUAL_LIMIT = 10
