"""What stands for people in the forms of participants, as the server of the tests makes it."""

from web.registrations.handles import keys_of

SECRET = "0123456789abcdefghijklmnopqrstuvwxyz"
FIRST_EVENT = 1


def handle(code: str, event_id: int = FIRST_EVENT) -> str:
    """Return what stands for the person of that code."""
    return keys_of(SECRET, event_id)("participant", code)
