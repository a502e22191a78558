"""What is missing before the programme can be made."""

from collections.abc import Iterator

import pytest
from flask import Flask

from matchmaker.programme import Session, Workshop
from tests.factories import event, person, wish
from tests.web.browsing import KEY
from web.here import is_about
from web.setup.checklist import checklist, stopping

PEOPLE = [f"P{number}" for number in range(1, 12)]


@pytest.fixture(autouse=True)
def page(empty_app: Flask) -> Iterator[None]:
    with empty_app.test_request_context(headers={"Accept-Language": "en"}):
        is_about(KEY, 1)
        yield


def test_what_stops_stands_in_front_with_the_page_that_mends_it() -> None:
    bare = event([], tables=())
    first, second, *_ = checklist(bare)
    assert (first.text, first.address) == (
        "There is no table yet.",
        f"/organiser/events/{KEY}/setup/rooms",
    )
    assert second.text == "There are fewer than two participants."
    assert stopping(bare) == 2


def test_of_many_the_first_are_named_and_the_others_counted() -> None:
    (only,) = checklist(event(PEOPLE, wishes=[wish("P1", "P2")]))
    assert only.text == "Without a wish yet (10): P2, P3, P4, P5, P6, P7, 4 more."
    assert not only.is_stopping


@pytest.mark.parametrize(
    ("wanting", "said"),
    [
        (2, "Workshops have one seat fewer than people who want one."),
        (3, "Workshops have 2 seats fewer than people who want one."),
    ],
)
def test_one_seat_is_not_counted_as_many(wanting: int, said: str) -> None:
    people = [person(each, workshops=["w"]) for each in PEOPLE[:wanting]]
    theme = Workshop(id="w", title="Weaving")
    sitting = Session(id="s", workshop="w", slots=("1",), capacity=1)
    found = checklist(event(people, workshops=(theme,), sessions=(sitting,)))
    assert said in [each.text for each in found]


def test_of_an_event_that_is_whole_nothing_is_said() -> None:
    assert checklist(event(["Ann", "Bob"], wishes=[wish("Ann", "Bob"), wish("Bob", "Ann")])) == []
