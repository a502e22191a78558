"""What became known of people since a plan was made: who is new, who is away."""

from matchmaker.event import Event
from matchmaker.moves.plan import Plan
from matchmaker.moves.present import as_present, newcomers
from matchmaker.people import Organisation, Wish
from matchmaker.timetable import Timetable
from matchmaker.variations import changed, with_people
from tests import factories
from tests.factories import meeting, person, wish

EVENT = factories.event(["Ann", "Bob", "Cid"], wishes=[wish("Ann", "Bob")])
PLAN = Plan(EVENT, Timetable(meetings=(meeting("Ann", "Bob", "2", "1"),)))
VETO = Wish.model_validate({"from": "Bob", "to": "Eve", "rank": "never"})


def present(*wishes: Wish) -> Event:
    """Return the event with Eve of a new firm, and Fay who cannot come any more."""
    eve = person("Eve", organisation="mill", table="1")
    fay = person("Fay", organisation="mill", unavailable=frozenset(EVENT.slot_by_id))
    return changed(
        EVENT,
        participants=(*EVENT.participants, eve, fay),
        organisations=(*EVENT.organisations, Organisation(id="mill", name="Mill")),
        wishes=(*EVENT.wishes, *wishes),
    )


def test_who_is_new_and_there_at_some_time_is_a_newcomer() -> None:
    now = present()
    assert [each.id for each in newcomers(EVENT, now)] == ["Eve"]
    assert newcomers(now, EVENT) == ()


def test_who_is_new_comes_with_wishes_vetoes_and_firm_and_without_a_table() -> None:
    now = present(wish("Eve", "Ann", 2), VETO, wish("Eve", "Fay", 1), wish("Cid", "Bob", 4))
    after = as_present(PLAN, now, {"Eve"})
    eve = after.event.participant_by_id["Eve"]
    assert after.event.organisation_of(eve).name == "Mill"
    assert eve.table is None
    assert after.event.wishes == (*EVENT.wishes, wish("Eve", "Ann", 2), VETO)
    assert after.timetable == PLAN.timetable


def test_who_is_not_chosen_stays_out() -> None:
    assert as_present(PLAN, present(wish("Eve", "Ann")), set()) == PLAN


def test_nobody_is_there_any_more_when_they_are_away_but_for_what_is_planned() -> None:
    gone = changed(EVENT.participant_by_id["Ann"], unavailable=frozenset({"1", "2"}))
    after = as_present(PLAN, with_people(EVENT, [gone]), set())
    assert after.event.participant_by_id["Ann"].unavailable == {"1"}
    assert after.breaches == ()
