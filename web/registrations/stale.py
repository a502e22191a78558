"""What is said where a page was open for longer than its session."""

from matchmaker.messages import message

STALE = message(
    "Your page was open for too long, or cookies are switched off. Nothing is lost: send it again."
)
