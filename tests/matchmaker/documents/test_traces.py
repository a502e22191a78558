from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.documents.branding import Branding, Logo
from matchmaker.documents.chapters import bound
from matchmaker.documents.folder import DOCUMENTS, Order
from matchmaker.documents.pictures import Drawing, Outline, Step
from matchmaker.documents.traces import trace
from matchmaker.documents.writing import plain
from matchmaker.timetable import Guest
from matchmaker.variations import changed
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day(8)
BEFORE = Order(EVENT, plan(EVENT))
KINDS = [kind for kind, made in DOCUMENTS.items() if made.volume]
SQUARE = Drawing(
    width=10,
    height=10,
    outlines=(
        Outline(
            steps=tuple(
                Step(kind=kind, points=points)
                for kind, points in (
                    ("move", ((0, 0),)),
                    ("line", ((9, 0),)),
                    ("line", ((9, 9),)),
                    ("close", ()),
                )
            ),
            fill="#AA0000",
        ),
    ),
)
Change = Callable[[Order, int, str], Order]


def of_event(order: Order, **fields: object) -> Order:
    return replace(order, event=changed(order.event, **fields))


def of_person(order: Order, number: int, **fields: object) -> Order:
    people = list(order.event.participants)
    people[number % len(people)] = changed(people[number % len(people)], **fields)
    return of_event(order, participants=tuple(people))


def of_meeting(order: Order, number: int, **fields: object) -> Order:
    meetings = list(order.timetable.meetings)
    place = number % len(meetings)
    meetings[place] = changed(meetings[place], **fields)
    return replace(
        order, timetable=order.timetable.model_copy(update={"meetings": tuple(meetings)})
    )


def guest(order: Order, number: int) -> Order:
    met = order.timetable.meetings[number % len(order.timetable.meetings)]
    joins = Guest(participant=order.event.participants[-1].id, slot=met.slot, table=met.table)
    return replace(order, timetable=order.timetable.model_copy(update={"guests": (joins,)}))


def _kept(text: str) -> str:
    """Return a text that may stand in an event."""
    return plain(text) or "X"


CHANGES: dict[str, Change] = {
    "nothing": lambda order, _number, _text: order,
    "the order of meetings": lambda order, _number, _text: replace(
        order,
        timetable=order.timetable.model_copy(
            update={"meetings": tuple(reversed(order.timetable.meetings))}
        ),
    ),
    "a last name": lambda order, n, text: of_person(order, n, last_name=_kept(text)),
    "an e-mail": lambda order, n, _text: of_person(order, n, email="a@example.org"),
    "offers": lambda order, n, text: of_person(order, n, offers=(_kept(text),)),
    "a table": lambda order, n, _text: of_meeting(order, n, table="24"),
    "an interpreter": lambda order, n, _text: of_meeting(order, n, interpreter="I1"),
    "a guest": lambda order, n, _text: guest(order, n),
    "the venue": lambda order, _number, text: of_event(order, venue={"fr": _kept(text)}),
    "the name of the event": lambda order, _number, text: of_event(order, name={"fr": _kept(text)}),
    "a colour": lambda order, n, _text: replace(order, branding=Branding(first=f"#{n:06X}")),
    "a logo": lambda order, _number, text: replace(
        order, branding=Branding(organiser=Logo(name=_kept(text), picture=SQUARE))
    ),
    "the language": lambda order, _number, _text: replace(order, language="en"),
    "a link": lambda order, n, _text: replace(
        order, links={order.event.participants[n % 8].id: f"https://example.org/{n}"}
    ),
}

UNSEEN = {"nothing", "the order of meetings", "an e-mail"}
"""Changes that no page shows."""


def chapters(order: Order, kind: str) -> dict[str, tuple[bytes, bytes]]:
    """Return by key the trace and the bytes of each chapter."""
    make: Any = DOCUMENTS[kind].volume
    volume = make(order)
    return {
        each.key: (
            trace(each.pages, order.branding),
            bound(replace(volume, chapters=[each]), order.branding),
        )
        for each in volume.chapters
    }


@pytest.fixture(scope="module")
def before() -> dict[str, dict[str, tuple[bytes, bytes]]]:
    return {kind: chapters(BEFORE, kind) for kind in KINDS}


@settings(max_examples=40, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    change=st.sampled_from(sorted(CHANGES)),
    number=st.integers(0, 200),
    text=st.text(max_size=12),
)
def test_traces_are_equal_exactly_where_bytes_are(
    before: dict[str, dict[str, tuple[bytes, bytes]]],
    kind: str,
    change: str,
    number: int,
    text: str,
) -> None:
    after = chapters(CHANGES[change](BEFORE, number, text), kind)
    make: Any = DOCUMENTS[kind].volume
    titles = [make(order).about for order in (BEFORE, CHANGES[change](BEFORE, number, text))]
    for key in before[kind].keys() & after.keys():
        (trace_was, bytes_were), (trace_is, bytes_are) = before[kind][key], after[key]
        assert ((titles[0], trace_was) == (titles[1], trace_is)) == (bytes_were == bytes_are)


@pytest.mark.parametrize("change", sorted(CHANGES.keys() - UNSEEN))
def test_each_of_these_changes_shows_in_some_document(
    before: dict[str, dict[str, tuple[bytes, bytes]]], change: str
) -> None:
    def traces(found: dict[str, tuple[bytes, bytes]]) -> dict[str, bytes]:
        return {key: shown for key, (shown, _) in found.items()}

    after = CHANGES[change](BEFORE, 1, "Lys")
    assert any(traces(before[kind]) != traces(chapters(after, kind)) for kind in KINDS)


def test_the_order_of_meetings_in_the_timetable_shows_in_no_file() -> None:
    turned = CHANGES["the order of meetings"](BEFORE, 0, "")
    for document in DOCUMENTS.values():
        assert dict(document.make(turned)) == dict(document.make(BEFORE))
