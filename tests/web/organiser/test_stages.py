"""In which stage an event is."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.factories import NOON, event, person
from tests.web.organiser.standings import EVERYBODY, at, edition, run
from web.organiser.stages import Progress, Stage, here, progress
from web.organiser.standing import Standing
from web.store.runs import State

SOLVED: dict[str, Any] = {"newest": run(), "solved": run()}
SILENT = replace(EVERYBODY, unwishing=2)

STANDINGS = {
    "no table": (at(event(["Ann", "Bob"], tables=())), Stage.SET_UP),
    "nobody": (at(event([]), crowd=replace(EVERYBODY, all=0)), Stage.PEOPLE),
    "no wish": (at(event([person("Ann"), person("Bob")])), Stage.WISHES),
    "some have not wished": (at(crowd=SILENT), Stage.WISHES),
    "all have wished": (at(), Stage.PROGRAMME),
    "at work": (at(newest=run(State.RUNNING)), Stage.PROGRAMME),
    "failed": (at(newest=run(State.FAILED), solved=run()), Stage.PROGRAMME),
    "stopped without a result": (at(newest=run(State.CANCELLED), solved=run()), Stage.PUBLICATION),
    "made, though some have not wished": (at(crowd=SILENT, **SOLVED), Stage.PUBLICATION),
    "changed since it was made": (at(newest=run(), solved=run(hours=-1)), Stage.PROGRAMME),
    "published": (at(edition=edition(), **SOLVED), Stage.DAY),
    "changed since it was published": (
        at(edition=edition(hours=-1), newest=run(), solved=run(hours=-2)),
        Stage.PROGRAMME,
    ),
    "made anew after it was published": (
        at(edition=edition(hours=-1), **SOLVED),
        Stage.PUBLICATION,
    ),
    "changed on the day itself": (
        at(edition=edition(hours=-1), solved=run(hours=-2), present=NOON),
        Stage.DAY,
    ),
}


@pytest.mark.parametrize(("standing", "stage"), STANDINGS.values(), ids=STANDINGS)
def test_an_event_is_where_the_first_thing_is_to_be_done(standing: Standing, stage: Stage) -> None:
    assert here(standing) is stage


def test_what_lies_before_is_done_and_what_lies_behind_is_ahead() -> None:
    found = progress(at())
    assert [*found.values()] == [
        Progress.DONE,
        Progress.DONE,
        Progress.DONE,
        Progress.HERE,
        Progress.AHEAD,
        Progress.AHEAD,
    ]


def test_what_is_published_stays_so_while_something_is_mended() -> None:
    outdated = at(edition=edition(hours=-1), newest=run(), solved=run(hours=-2))
    assert progress(outdated)[Stage.PROGRAMME] is Progress.HERE
    assert progress(outdated)[Stage.PUBLICATION] is Progress.DONE


def test_when_the_day_is_over_all_is_done() -> None:
    over = at(edition=edition(), present=NOON + timedelta(days=1), **SOLVED)
    assert {*progress(over).values()} == {Progress.DONE}
