"""What to do about runs of the engine."""

from matchmaker.messages import Message, message
from web.languages import say
from web.organiser.standing import Standing
from web.organiser.step import Step
from web.rights import Right

NAMED = 3
"""How many things that are gone are named."""


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


def solving_anew(at: Standing) -> Step:
    """Lead to the grid, where the rest of what is published can be solved around what is gone."""
    if at.newest is not None and at.newest.is_under_way:
        return watched(at.newest.key)
    what = ", ".join(say(each, "domain") for each in at.unusable[:NAMED])
    return Step(
        message("Plan anew around what is no longer there"),
        message(
            "What is published does not work any more: {what}. Begin a working copy of it, "
            "and solve the rest anew there: what has begun stays as it is.",
            what=what,
        ),
        message("Open the grid"),
        "grid.every",
        Right.PLAN,
    )
