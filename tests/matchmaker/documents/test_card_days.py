from dataclasses import replace

import pytest

from matchmaker.documents.card_days import CardDay, card_day
from matchmaker.documents.occupants import Occupation
from matchmaker.documents.voices import mute
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.people import Organisation
from tests import factories
from tests.matchmaker.documents.reading import drawn

EVENT = factories.event(
    [factories.person(each, organisation="o", region="VLG") for each in ("Ann", "Bob")],
    organisations=(Organisation(id="o", name="Weverij Sint-Elooi"),),
    slots=factories.slots(12),
)

PAPER = Paper(["fr", "nl"])
NAMES = {"Ann", "Bob"}


def day(count: int, event: Event = EVENT) -> list[Occupation]:
    return [Occupation(slot, event.participants) for slot in event.slots[:count]]


def height(found: CardDay) -> float:
    return max((sum(each.height for each in column) for column in found.columns), default=0)


def test_a_short_day_is_large_and_names_firms() -> None:
    found = card_day(EVENT, PAPER, day(3), (280, 300))
    texts = [text for slot in found.columns[0] for _, text in slot.people]
    assert {text.style.size for text in texts} == {12}
    assert all("Weverij" in " ".join(text.lines) for text in texts)


def test_a_full_day_has_names_only_side_by_side_with_the_marks_of_regions() -> None:
    (slots,) = card_day(EVENT, PAPER, day(12), (280, 240)).columns
    assert all(len(each.lines) == 1 and each.mark for each in slots)
    assert {drawn(" ".join(text.lines)) for each in slots for _, text in each.people} == NAMES


def test_a_day_without_room_for_marks_has_a_text_a_slot_no_smaller_than_nine_points() -> None:
    found = card_day(EVENT, PAPER, day(12), (280, 190))
    texts = [text for column in found.columns for slot in column for _, text in slot.people]
    assert all(text.style.size >= 9 for text in texts)
    assert {drawn(" ".join(text.lines)) for text in texts} == {"Ann–Bob"}


@pytest.mark.parametrize("count", [0, 1, 12])
@pytest.mark.parametrize("room", [(280, 300), (250, 240), (500, 300), (120, 150)])
def test_a_day_is_no_higher_than_its_room_if_it_has_any(
    count: int, room: tuple[float, float]
) -> None:
    found = card_day(EVENT, PAPER, day(count), room)
    assert found.fits == (count < 12 or room != (120, 150))
    assert found.fits == (height(found) <= room[1])


def helped(count: int, box: tuple[float, float]) -> CardDay:
    """Return a day of `count` slots with an interpreter in each but the first."""
    first, *others = day(count)
    return card_day(EVENT, PAPER, [first, *(replace(o, interpreter="Ida") for o in others)], box)


def named(found: CardDay) -> list[str]:
    slots = [slot for column in found.columns for slot in column]
    texts = (piece.block for slot in slots for piece in slot.helper.pieces)
    return [drawn(mute(" ".join(each.lines))) for each in texts]


def sizes(found: CardDay) -> set[float]:
    return {
        text.style.size for column in found.columns for slot in column for _, text in slot.people
    }


def test_an_interpreter_stands_below_the_people_and_is_called_one() -> None:
    assert named(helped(3, (280, 300))) == ["Interprète/Tolk", "Ida"] * 2
    assert named(card_day(EVENT, PAPER, day(3), (280, 300))) == []


@pytest.mark.parametrize("height_of_box", range(160, 400, 20))
def test_interpreters_never_cost_the_names_of_the_people(height_of_box: int) -> None:
    box = 280, height_of_box
    plain, found = card_day(EVENT, PAPER, day(12), box), helped(12, box)
    assert height(found) <= height_of_box + 0.01
    assert min(sizes(found)) >= min(10, *sizes(plain))
    assert [each.mark > 0 for each in found.columns[0]] == [
        each.mark > 0 for each in plain.columns[0]
    ]


def test_interpreters_are_not_named_where_there_is_no_room() -> None:
    assert named(helped(12, (280, 200))) == []
    assert len(named(helped(12, (280, 390)))) == 22


def test_a_day_without_slots_is_empty() -> None:
    assert height(card_day(EVENT, PAPER, [], (280, 300))) == 0


def test_names_leave_no_room_for_marks_where_no_region_is_known() -> None:
    event = factories.event(["Ann", "Bob"])
    found = card_day(event, PAPER, [Occupation(event.slots[0], event.participants)], (280, 300))
    assert {each.mark for each in found.columns[0]} == {0}
