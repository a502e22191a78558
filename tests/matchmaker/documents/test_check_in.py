from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pdfplumber
import pytest

from matchmaker.documents.chapters import Volume, bound
from matchmaker.documents.check_in import check_in, check_in_by_organisation
from matchmaker.documents.check_in_rows import BLANKS
from matchmaker.documents.facts import by_last_name
from matchmaker.event import Event
from matchmaker.people import Organisation
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests import factories
from tests.matchmaker.documents.reading import chapters, drawn, outside, overlaps, pages
from tests.matchmaker.documents.sample import food_day, plan

Maker = Callable[[Event, Timetable], Volume]
EVENT = food_day()
TIMETABLE = plan(EVENT)


def listed(person_id: str) -> str:
    person = EVENT.participant_by_id[person_id]
    return drawn(f"{person.last_name}{person.first_name}")


def boxes(content: bytes, page: int = 0) -> list[tuple[int, int]]:
    """Return how far down and right each box to tick stands, row by row."""
    with pdfplumber.open(BytesIO(content)) as file:
        found = [each for each in file.pages[page].rects if each["width"] == each["height"] == 10]
    return sorted((round(each["top"]), round(each["x0"])) for each in found)


def over_days(count: int) -> Event:
    """Return an event of one slot on each of `count` days; Bob is there on the first only."""
    day, slots = timedelta(days=1), factories.slots(count)
    dated = tuple(
        changed(each, start=each.start + number * day, end=each.end + number * day)
        for number, each in enumerate(slots)
    )
    bob = factories.person("Bob", unavailable={each.id for each in slots[1:]})
    return factories.event(["Ann", bob], slots=dated)


def test_everybody_is_at_one_desk_in_alphabetical_order() -> None:
    text = "".join(chapters(bound(check_in(EVENT, TIMETABLE))).values())
    places = [text.index(listed(each.id)) for each in by_last_name(EVENT.participants)]
    assert places == sorted(places)
    assert all(text.count(listed(each.id)) == 1 for each in EVENT.participants)


def test_a_desk_has_about_thirty_people_and_says_from_where_to_where() -> None:
    found = chapters(bound(check_in(EVENT, TIMETABLE)))
    assert len(found) == 2
    for title, text in found.items():
        people = [each.id for each in EVENT.participants if listed(each.id) in text]
        assert 28 <= len(people) <= 36
        edges = title.split(" · ")[1].split(" – ")
        names = by_last_name(EVENT.participant_by_id[each] for each in people)
        assert names[0].last_name.startswith(edges[0])
        assert names[-1].last_name.startswith(edges[1])
        assert f"Participants/Deelnemers:{len(people)}" in text


def test_no_page_is_of_two_desks() -> None:
    texts = pages(bound(check_in(EVENT, TIMETABLE)))
    desks = [number for text in texts for number in (1, 2) if f"Poste{number}sur2" in text]
    assert desks == sorted(desks)
    assert len(desks) == len(texts)
    assert set(desks) == {1, 2}


def test_by_organisation_colleagues_stand_together() -> None:
    text = "".join(pages(bound(check_in_by_organisation(EVENT, TIMETABLE))))
    assert all(listed(each.id) in text for each in EVENT.participants)
    for organisation in EVENT.organisations:
        people = [each for each in EVENT.participants if each.organisation == organisation.id]
        assert text.count(drawn(organisation.name)) == 1
        places = sorted(text.index(listed(each.id)) for each in people)
        between = text[places[0] : places[-1]]
        others = [each for each in EVENT.participants if each not in people]
        assert not [each.id for each in others if listed(each.id) in between]


def test_the_first_engagement_stands_beside_the_name() -> None:
    people = ["Ann", "Bob", "Cor"]
    session = {"id": "S", "workshop": "W", "slots": ["2"], "capacity": 3, "room": "r"}
    event = factories.event(
        people,
        languages=("en",),
        rooms=({"id": "r", "name": "Attic"},),
        workshops=({"id": "W", "title": "Export"},),
        sessions=(session,),
    )
    timetable = Timetable(
        meetings=(factories.meeting("Ann", "Bob", "3", "2"),),
        attendances=(factories.attendance("Bob", "S"),),
    )
    text = pages(bound(check_in(event, timetable)))[0]
    assert "AnnAnn14:002" in text
    assert "BobBob13:45Attic" in text
    assert "CorCorNomeeting" in text
    assert text.count("Nomeeting") == 1


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_language_asked_for_is_the_only_one(language: str) -> None:
    words = {"fr": "Accueilparnom", "nl": "Onthaalopnaam", "en": "Check-inbyname"}
    text = pages(bound(check_in(EVENT, TIMETABLE, language)))[0]
    assert [key for key, each in words.items() if each in text] == [language]


def test_nobody_is_said_to_be_expected_where_nobody_is() -> None:
    event = factories.event([], languages=("en",))
    for make in (check_in, check_in_by_organisation):
        assert "Nobodyisregisteredyet." in pages(bound(make(event, Timetable())))[0]


def test_a_firm_stays_at_one_desk_however_many_people_it_sends() -> None:
    people = [factories.person(f"p{n:03}", organisation="big") for n in range(120)]
    event = factories.event(people, organisations=(Organisation(id="big", name="Big"),))
    found = chapters(bound(check_in_by_organisation(event, Timetable())))
    assert len(found) == 1
    assert len(chapters(bound(check_in(event, Timetable())))) == 4


def test_whoever_does_not_come_has_no_box_to_tick() -> None:
    away = factories.person("Bob", unavailable={"1", "2", "3"})
    event = factories.event(["Ann", away], languages=("en",))
    for make in (check_in, check_in_by_organisation):
        content = bound(make(event, Timetable()))
        (text,) = pages(content)
        assert text.count("Doesnotcome") == 1
        assert text.count("Nomeeting") == 1
        assert len(boxes(content)) == 1 + BLANKS


@pytest.mark.parametrize("make", [check_in, check_in_by_organisation])
@pytest.mark.parametrize(("days", "ann", "bob"), [(1, 1, 1), (2, 2, 1), (4, 4, 1), (5, 1, 1)])
def test_each_day_on_which_somebody_comes_has_a_box(
    make: Maker, days: int, ann: int, bob: int
) -> None:
    event = over_days(days)
    content = bound(make(event, Timetable()))
    found = boxes(content)
    rows = [[x for y, x in found if y == top] for top in sorted({y for y, _ in found})]
    assert list(map(len, rows)) == [ann, bob, *[ann] * BLANKS]
    assert outside(content) == []
    assert overlaps(content) == []


@pytest.mark.parametrize("make", [check_in, check_in_by_organisation])
def test_each_desk_ends_with_rows_for_whoever_comes_unannounced(make: Maker) -> None:
    content = bound(make(EVENT, TIMETABLE))
    count = len(pages(content))
    ticked = sum(len(boxes(content, page)) for page in range(count))
    assert ticked == len(EVENT.participants) + BLANKS * len(chapters(content))


def test_a_desk_is_set_closer_before_it_takes_a_second_page() -> None:
    def heights(count: int) -> tuple[int, int]:
        firms = ("Firm", "A firm whose name is too long for one line of a list")
        people = [factories.person(f"p{n:03}", organisation=firms[n > 31]) for n in range(count)]
        content = bound(check_in(factories.event(people, languages=("en",)), Timetable()))
        first, second, *_ = sorted({top for top, _ in boxes(content)})
        return len(pages(content)), second - first

    assert heights(5) == (1, 17)
    assert heights(36) == (1, 14)


def test_the_boxes_of_several_days_are_headed_by_their_days() -> None:
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    text = pages(bound(check_in(over_days(2), timetable)))[0]
    assert text.index("jeu./do") < text.index("ven./vr") < text.index("Dès/Vanaf")
    assert text.count("jeu./do13:30") == 2
