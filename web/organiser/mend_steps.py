"""What to do where others come on the day than the published programme counts on."""

from collections.abc import Sequence

from matchmaker.messages import Message, message
from matchmaker.people import Participant
from web.grid.sources import PUBLISHED
from web.organiser.run_steps import watched
from web.organiser.standing import Standing
from web.organiser.step import Step
from web.rights import Right
from web.store.runs import HAND, Run

NAMED = 3
LOOK = message("See what changes for whom")


def mended(at: Standing) -> Step | None:
    """Return what to do with what is mended already, None where nothing is."""
    run = at.newest
    is_since = run is not None and at.edition and run.created_at > at.edition.published_at
    if run is None or not is_since:
        return _drafted(at)
    if run.is_under_way and (run.origin == HAND or _is_of_all(at, run)):
        return watched(run.key)
    if at.mended and run.origin == HAND and run == at.solved:
        return _finished(run.key)
    if at.mended:
        return _drafted(at)
    return _found(run.key) if run == at.solved and _is_of_all(at, run) else None


def _is_of_all(at: Standing, run: Run) -> bool:
    """Tell whether the run mends for all who are away, or for all who are new."""
    if run.mending is None:
        return False
    away = {each.participant.id for each in at.stranded}
    new = {each.id for each in at.newcomers}
    return away <= run.mending.away.keys() if away else new <= set(run.mending.new)


def _drafted(at: Standing) -> Step | None:
    if not at.mended:
        return None
    return Step(
        message("Look at the mended programme"),
        message("A working copy is mended. Have it certified and printed there; then publish it."),
        message("Open the working copy"),
        "grid.tables",
        Right.PLAN,
        {"key": at.mended},
    )


def _finished(key: str) -> Step:
    return Step(
        message("Publish the mended programme"),
        message("Before it is published you see who has to be told, and what they are told."),
        message("Look and publish"),
        "versions.look",
        Right.PLAN,
        {"run": key},
    )


def _found(key: str) -> Step:
    return Step(
        message("Look at the mended programme"),
        message("The engine has mended it. You see what changes for whom before you take it."),
        LOOK,
        "solving.outcome",
        Right.PLAN,
        {"run": key},
    )


def mending(at: Standing) -> Step:
    """Mend what is published for all who are away, and for all who are new."""
    away = _names([each.participant for each in at.stranded])
    new = _names(at.newcomers)
    if not away:
        reason = message("They are not in what is published: {names}.", names=new)
        return _ask(message("Seat those who came later"), reason)
    if new:
        reason = message("Not there: {away}. New, without an agenda: {new}.", away=away, new=new)
    else:
        reason = message("It counts on people who are not there: {names}.", names=away)
    return _ask(message("Mend the published programme"), reason)


def _ask(title: Message, reason: Message) -> Step:
    return Step(title, reason, LOOK, "repairing.ask", Right.PLAN, {"key": PUBLISHED})


def _names(people: Sequence[Participant]) -> str:
    more = len(people) - NAMED
    names = ", ".join(each.name for each in people[:NAMED])
    return names + (f" + {more}" if more > 0 else "")
