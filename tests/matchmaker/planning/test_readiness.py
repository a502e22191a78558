from typing import Any

from matchmaker.event import Event
from matchmaker.people import Interpreter
from matchmaker.planning.readiness import Lack, findings
from matchmaker.programme import Session, Table, Workshop
from tests.factories import event, person, wish


def lacks(day: Event) -> dict[Lack, tuple[str, ...]]:
    return {each.lack: each.subjects for each in findings(day)}


def pair(**fields: Any) -> Event:
    return event(["Ann", "Bob"], **{"wishes": (wish("Ann", "Bob"), wish("Bob", "Ann"))} | fields)


def test_a_complete_event_lacks_nothing() -> None:
    assert findings(pair()) == []


def test_tables_people_and_wishes_are_asked_for_first() -> None:
    assert lacks(event([], tables=())) == {Lack.TABLES: (), Lack.PEOPLE: ()}
    assert lacks(event(["Ann", "Bob"])) == {Lack.WISHES: ()}
    assert lacks(event(["Ann", "Bob"], wishes=(wish("Ann", "Bob", "never"),))) == {Lack.WISHES: ()}


def test_who_has_not_wished_is_named() -> None:
    assert lacks(pair(wishes=(wish("Ann", "Bob"),))) == {Lack.UNWISHED: ("Bob",)}


def test_a_language_that_nobody_shares_is_found_unless_somebody_interprets() -> None:
    people = [person("Ann", languages=["fr"]), person("Bob", languages=["nl"])]
    wishes = (wish("Ann", "Bob"), wish("Bob", "Ann"))
    assert lacks(event(people, wishes=wishes)) == {Lack.LANGUAGE: ("Ann", "Bob")}
    ivo = Interpreter(id="ivo", name="Ivo", languages=("fr", "nl"))
    assert lacks(event(people, wishes=wishes, interpreters=(ivo,))) == {}


def test_colleagues_do_not_count_as_somebody_to_talk_to() -> None:
    people = [
        person("Ann", languages=["fr"], organisation="mill"),
        person("Bea", languages=["fr"], organisation="mill"),
        person("Cid", languages=["nl"], organisation="dyer"),
    ]
    found = lacks(event(people, wishes=(wish("Ann", "Cid"),)))
    assert found[Lack.LANGUAGE] == ("Ann", "Bea", "Cid")


def test_workshops_want_a_sitting_and_seats() -> None:
    weaving = Workshop(id="w", title="Weaving")
    assert lacks(pair(workshops=(weaving,))) == {Lack.SITTING: ("w",)}
    wanting = [person(each, workshops=["w"]) for each in ("Ann", "Bob")]
    sitting = Session(id="s", workshop="w", slots=("3",), capacity=1)
    day = event(wanting, workshops=(weaving,), sessions=(sitting,), wishes=pair().wishes)
    assert lacks(day) == {Lack.SEATS: ("1",)}


def test_a_sitting_is_held_in_a_language_of_the_event() -> None:
    sitting = Session(id="s", workshop="w", slots=("3",), capacity=9, languages=("de",))
    day = pair(workshops=(Workshop(id="w", title="Weaving"),), sessions=(sitting,))
    assert lacks(day) == {Lack.UNDERSTANDING: ("s",)}


def test_tables_left_out_of_the_drawing_are_named() -> None:
    assert lacks(pair(tables=(Table(id="1", x=1, y=1), Table(id="2")))) == {Lack.PLACES: ("2",)}


def test_contradictions_stop_and_come_before_advice() -> None:
    weaving = Workshop(id="w", title="Weaving")
    twice = tuple(
        Session(id=each, workshop="w", slots=("3",), capacity=9, facilitators=("Ann",))
        for each in ("s", "t")
    )
    day = pair(workshops=(weaving,), sessions=twice, wishes=(wish("Ann", "Bob"),))
    first, *others = findings(day)
    assert first.lack is Lack.CONTRADICTION
    assert first.is_stopping
    assert "Ann" in str(first.words)
    assert [each.lack for each in others] == [Lack.UNWISHED]
