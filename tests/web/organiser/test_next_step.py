"""What an event asks of its organisers next."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from matchmaker.event import Event
from matchmaker.stranded import Stranded
from tests.factories import NOON, event, person
from tests.web.organiser.standings import EVERYBODY, at, edition, run
from web.organiser.next_step import next_step
from web.organiser.standing import Standing
from web.store.mails import MailState
from web.store.mendings import Mending
from web.store.runs import HAND, Run, State

PUBLISHED: dict[str, Any] = {"newest": run(), "solved": run(), "edition": edition()}


def closed(day: Event) -> Standing:
    """Return where an event stands that nobody can register for."""
    standing = at(day, crowd=replace(EVERYBODY, all=len(day.participants)))
    return replace(
        standing, now=replace(standing.now, stored=replace(standing.now.stored, is_open=False))
    )


AWAY = Stranded(person("Ann"), "2", None)


def mending(who: str, state: State = State.DONE, hours: float = 3) -> Run:
    """Return a run that mends what is published without somebody."""
    return replace(run(state, hours), mending=Mending({who: ("2",)}, (), 4))


BY_HAND = replace(run(hours=3), origin=HAND)
OF_PUBLISHED = {"key": "published"}
STEPS: dict[str, tuple[Standing, str, Mapping[str, object]]] = {
    "no table": (at(event(["Ann", "Bob"], tables=())), "setup.overview", {}),
    "nobody": (at(event([]), crowd=replace(EVERYBODY, all=0)), "imports.choose", {}),
    "nobody can register": (closed(event([])), "setup.registration", {}),
    "nobody can wish": (closed(event(["Ann", "Bob"])), "setup.registration", {}),
    "somebody has not wished": (
        at(crowd=replace(EVERYBODY, unwishing=1)),
        "reminding.ask",
        {},
    ),
    "all have wished": (at(), "runs.begin", {}),
    "at work": (at(newest=run(State.QUEUED)), "runs.show", {"key": "r1"}),
    "failed": (at(newest=run(State.FAILED)), "runs.show", {"key": "r1"}),
    "changed since": (at(newest=run(), solved=run(hours=-1)), "runs.begin", {}),
    "made": (at(newest=run(), solved=run()), "versions.look", {"run": "r1"}),
    "published": (at(**PUBLISHED), "versions.show", {"number": 3}),
    "a mail refused": (at(mails={MailState.FAILED: 1}, **PUBLISHED), "outbox.show", {}),
    "mails wait": (at(mails={MailState.WAITING: 2}, **PUBLISHED), "outbox.show", {}),
    "somebody is away": (at(stranded=(AWAY,), **PUBLISHED), "repairing.ask", OF_PUBLISHED),
    "the engine mends": (
        at(**PUBLISHED | {"newest": mending("Ann", State.RUNNING)}, stranded=(AWAY,)),
        "runs.show",
        {"key": "r1"},
    ),
    "the engine has mended": (
        at(**PUBLISHED | {"newest": mending("Ann"), "solved": mending("Ann")}, stranded=(AWAY,)),
        "solving.outcome",
        {"run": "r1"},
    ),
    "mended for somebody else": (
        at(**PUBLISHED | {"newest": mending("Bob"), "solved": mending("Bob")}, stranded=(AWAY,)),
        "repairing.ask",
        OF_PUBLISHED,
    ),
    "mended before it was published": (
        at(
            **PUBLISHED | {"newest": mending("Ann", hours=1), "solved": mending("Ann", hours=1)},
            stranded=(AWAY,),
        ),
        "repairing.ask",
        OF_PUBLISHED,
    ),
    "mended in a working copy": (
        at(**PUBLISHED, stranded=(AWAY,), mended="d1"),
        "grid.tables",
        {"key": "d1"},
    ),
    "the working copy is finished": (
        at(**PUBLISHED | {"newest": BY_HAND, "solved": BY_HAND}, stranded=(AWAY,), mended="d1"),
        "versions.look",
        {"run": "r1"},
    ),
    "somebody is new": (at(newcomers=(person("Eve"),), **PUBLISHED), "repairing.ask", OF_PUBLISHED),
    "the day": (at(present=NOON, **PUBLISHED), "desk.show", {}),
    "mails wait on the day": (
        at(present=NOON, mails={MailState.WAITING: 2}, **PUBLISHED),
        "outbox.show",
        {},
    ),
    "after it": (
        at(present=NOON + timedelta(days=1), mails={MailState.FAILED: 1}, **PUBLISHED),
        "statistics.show",
        {},
    ),
}


@pytest.mark.parametrize(("standing", "endpoint", "values"), STEPS.values(), ids=STEPS)
def test_the_step_leads_to_the_page_on_which_it_is_done(
    standing: Standing, endpoint: str, values: Mapping[str, object]
) -> None:
    step = next_step(standing)
    assert (step.endpoint, dict(step.values)) == (endpoint, values)


def test_a_programme_that_is_made_anew_is_called_so() -> None:
    first, again = next_step(at()), next_step(at(newest=run(), solved=run(hours=-1)))
    assert first.title.template == "Make the programme"
    assert again.title.template == "Make the programme anew"
    assert first.is_start


def test_all_who_are_away_and_new_are_named_at_once() -> None:
    away = tuple(Stranded(person(each), "2", None) for each in ("Ann", "Bob", "Cid", "Dee"))
    step = next_step(at(stranded=away, newcomers=(person("Eve"),), **PUBLISHED))
    assert str(step.reason) == "Not there: Ann, Bob, Cid + 1. New, without an agenda: Eve."
