"""The log reads like sentences: names for ids, many small steps told once."""

from datetime import UTC, datetime, timedelta
from typing import Any

from matchmaker.event import Event
from matchmaker.messages import Message, message
from tests import factories
from tests.factories import person
from tests.web.samples import afternoon
from web.audit import ACTIONS, Action
from web.store.audit import Deed, Entry
from web.team.entries import Line, lines

NOON = datetime(2027, 3, 18, 12, tzinfo=UTC)
ANNA = "participant anna"


def told(
    *deeds: Deed, apart: timedelta = timedelta(minutes=1), event: Event | None = None
) -> list[Line]:
    """Return the lines of `deeds`, the newest first."""
    entries = [Entry(-n, NOON - n * apart, deed) for n, deed in enumerate(deeds)]
    return lines(entries, event or afternoon(), {"k3y": "Second try"})


def wish(subject: str, actor: str = ANNA, **details: Any) -> Deed:
    return Deed(Action.WISHES_CHANGED, actor, subject=subject, details=details)


def test_people_and_organisations_are_called_by_their_names() -> None:
    event = afternoon()
    [line] = told(wish("participant:bert"))
    assert line.who == event.participant_by_id["anna"].name
    assert line.subjects == (event.participant_by_id["bert"].name,)
    [line] = told(wish("organisation:weverij"))
    assert line.subjects == (event.organisation_by_id["weverij"].name,)
    [line] = told(Deed(Action.FIX_APPLIED, "Marie", subject="anna → bert"))
    names = [event.participant_by_id[each].name for each in ("anna", "bert")]
    assert line.subjects == (" → ".join(names),)


def test_who_has_left_is_not_called_by_an_id() -> None:
    [line] = told(wish("participant:bert", "participant web-1"))
    assert isinstance(line.who, Message)


def test_programmes_are_called_by_their_titles() -> None:
    [line] = told(Deed(Action.DRAFT_BEGUN, "Marie", subject="dr4ft", details={"run": "k3y"}))
    assert line.subjects == ()
    assert [each.value for each in line.details] == ["Second try"]
    [line] = told(Deed(Action.RUN_CANCELLED, "Marie", subject="k3y"))
    assert line.subjects == ("Second try",)


def test_numbers_of_versions_and_counts_are_not_read_as_codes_of_people() -> None:
    event = factories.event([person("1", last_name="Zoé"), person("2", last_name="Yves")])
    named = event.participant_by_id["2"].name
    published = Deed(Action.PROGRAMME_PUBLISHED, "Marie", subject="1")
    written = Deed(Action.PROGRAMME_TOLD, "Marie", subject="2")
    reminded = Deed(Action.REMINDED, "Marie", subject="2")
    first, second, third = told(published, written, reminded, event=event)
    assert first.subjects == (message("Version {number}", number="1"),)
    assert second.subjects == (message("Version {number}", number="2"),)
    assert third.subjects == ("2",)
    [line] = told(Deed(Action.PERSON_REMOVED, "Marie", subject="2"), event=event)
    assert line.subjects == (named,)


def test_details_are_told_in_words() -> None:
    [line] = told(wish("participant:bert", act="never"))
    [detail] = line.details
    assert isinstance(detail.name, Message)
    assert isinstance(detail.value, Message)


def test_many_small_steps_of_one_person_are_told_once() -> None:
    steps = (wish("participant:bert"), wish("participant:dries"), wish("participant:bert"))
    other = wish("participant:anna", "participant bert")
    mine, theirs = told(steps[0], other, steps[1], steps[2])
    assert (mine.times, len(mine.subjects), mine.at) == (3, 2, NOON)
    assert theirs.times == 1


def test_steps_that_lie_far_apart_are_told_each() -> None:
    steps = (wish("participant:bert"), wish("participant:dries"))
    assert [each.times for each in told(*steps, apart=timedelta(hours=2))] == [1, 1]


def test_what_is_done_seldom_is_told_each_time() -> None:
    deeds = [Deed(Action.RUN_STARTED, "Marie", subject=each) for each in ("a", "b")]
    assert [each.subjects for each in told(*deeds)] == [("a",), ("b",)]


def test_unknown_deeds_of_former_versions_are_told_as_they_are() -> None:
    [line] = told(Deed("danced", "Marie", details={"tune": "bourrée"}))
    assert line.what == "danced"
    assert [(each.name, each.value) for each in line.details] == [("tune", "bourrée")]
    assert "danced" not in set(map(str, ACTIONS))
