"""What to do about runs of the engine."""

from matchmaker.messages import Message, message
from web.organiser.step import Step
from web.rights import Right


def watched(key: str) -> Step:
    """Lead to a run that is under way."""
    return Step(
        message("The engine is at work"),
        message("You can close this page; the best programme so far is always kept."),
        message("Watch it"),
        "runs.show",
        Right.SEE,
        {"key": key},
    )


def failed(key: str) -> Step:
    """Lead to a run that failed."""
    return Step(
        message("The last run failed"),
        message("Its page says why, and what may help."),
        message("See why"),
        "runs.show",
        Right.SEE,
        {"key": key},
    )


def starting(title: Message, reason: Message) -> Step:
    """Start the engine."""
    return Step(title, reason, message("Start"), "runs.begin", Right.PLAN)
