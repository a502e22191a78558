from matchmaker.planning.copying import without_people
from tests.factories import event, lock, person, wish
from tests.matchmaker.planning.test_usage import DAY


def test_a_copy_has_the_programme_and_nobody() -> None:
    copy = without_people(DAY)
    assert (copy.slots, copy.tables, copy.rooms) == (DAY.slots, DAY.tables, DAY.rooms)
    assert copy.workshops == DAY.workshops
    assert copy.rules == DAY.rules
    assert (copy.participants, copy.organisations, copy.wishes) == ((), (), ())
    assert (copy.locked_meetings, copy.locked_attendances, copy.already_met) == ((), (), ())


def test_interpreters_stay_and_are_asked_anew_when_they_can_come() -> None:
    [ivo] = without_people(DAY).interpreters
    assert (ivo.name, ivo.unavailable) == ("Ivo", frozenset())


def test_nobody_of_before_leads_a_sitting() -> None:
    people = (person("Ann", table="1"), "Bob")
    day = event(people, wishes=(wish("Ann", "Bob"),), locked_meetings=(lock("Ann", "Bob"),))
    led = DAY.sessions[0].model_copy(update={"facilitators": ("Bob",)})
    day = day.model_copy(
        update={
            "workshops": DAY.workshops,
            "sessions": (led.model_copy(update={"room": None, "interpreters": ()}),),
        }
    )
    assert without_people(day).sessions[0].facilitators == ()
