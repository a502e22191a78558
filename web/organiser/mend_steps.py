"""What to do where the published programme counts on people who do not come."""

from matchmaker.messages import message
from web.grid.mends import sent_of
from web.organiser.run_steps import watched
from web.organiser.standing import Standing
from web.organiser.step import Step
from web.rights import Right
from web.store.runs import Run

NAMED = 3


def mended(at: Standing) -> Step | None:
    """Return what to do with a run that mends what is published, None where there is no such."""
    run = at.newest
    away = {each.participant.id for each in at.stranded}
    if run is None or run.mending is None or run.mending.who not in away or not _is_since(at, run):
        return None
    if run.is_under_way:
        return watched(run.key)
    return _found(run.key) if run == at.solved else None


def _is_since(at: Standing, run: Run) -> bool:
    return at.edition is not None and run.created_at > at.edition.published_at


def _found(key: str) -> Step:
    return Step(
        message("Look at the mended programme"),
        message("The engine has mended it. You see what changes for whom before you take it."),
        message("See what changes for whom"),
        "solving.outcome",
        Right.PLAN,
        {"run": key},
    )


def mending(at: Standing) -> Step:
    """Mend what is published without the first of those who do not come."""
    first = at.stranded[0]
    more = len(at.stranded) - NAMED
    names = ", ".join(each.participant.name for each in at.stranded[:NAMED])
    return Step(
        message("Mend the published programme"),
        message(
            "It counts on people who are not there: {names}.",
            names=names + (f" + {more}" if more > 0 else ""),
        ),
        message("See what changes for whom"),
        "mending.begin",
        Right.PLAN,
        sent=sent_of(first),
    )
