from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from matchmaker.documents.agenda_pages import Finish, Format
from matchmaker.documents.agendas import agenda, agendas
from matchmaker.documents.codes import opaque_id
from matchmaker.documents.facts import by_last_name
from matchmaker.documents.marks import mark_of
from matchmaker.documents.style import MM
from matchmaker.event import Event
from matchmaker.people import Interpreter, Organisation
from matchmaker.programme import Room, Table
from matchmaker.timetable import Timetable
from matchmaker.timetable import agendas as views
from matchmaker.values import TEXT_LENGTH
from tests import factories
from tests.matchmaker.documents.reading import (
    chapters,
    drawn,
    outside,
    overlaps,
    pages,
    parts,
    scanned,
    spoken,
    unmarked,
)
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day()
TIMETABLE = plan(EVENT)


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    return chapters(agendas(EVENT, TIMETABLE, "en"))


def test_everybody_has_an_agenda_in_order_of_last_names(printed: dict[str, str]) -> None:
    assert list(printed) == [each.name for each in by_last_name(EVENT.participants)]


def test_every_meeting_stands_beside_its_time_with_partner_and_table(
    printed: dict[str, str],
) -> None:
    for meeting in TIMETABLE.meetings:
        for one, other in (meeting.participants, meeting.participants[::-1]):
            partner, slot = EVENT.participant_by_id[other], EVENT.slot_by_id[meeting.slot]
            start, end = (f"{each:%H:%M}" for each in (slot.start, slot.end))
            row = f"{start}to{end}{mark_of(EVENT, partner).letter}{drawn(partner.name)}"
            text = printed[EVENT.participant_by_id[one].name]
            assert row in text
            after = text.split(row)[1]
            assert f"Table{meeting.table}" in after.split("to1", maxsplit=1)[0]


def test_nobody_else_stands_on_an_agenda(printed: dict[str, str]) -> None:
    for owner, view in views(EVENT, TIMETABLE).items():
        expected = {owner, *(each.partner_of(owner) for each in view.meetings)}
        expected |= {one for session in view.sessions for one in session.facilitators}
        text = printed[view.participant.name]
        found = {each.id for each in EVENT.participants if drawn(each.name) in text}
        assert found == expected


def test_workshops_stand_on_the_agendas_of_their_people_only(printed: dict[str, str]) -> None:
    for view in views(EVENT, TIMETABLE).values():
        text = printed[view.participant.name]
        for session in EVENT.sessions:
            title = drawn(EVENT.workshop_by_id[session.workshop].title["fr"])
            assert (title in text) == (session in view.sessions)


def test_interpreters_stand_on_both_agendas(printed: dict[str, str]) -> None:
    for meeting in TIMETABLE.meetings:
        if meeting.interpreter is not None:
            name = drawn(EVENT.interpreter_by_id[meeting.interpreter].name)
            for one in meeting.participants:
                assert f"withinterpreter{name}" in printed[EVENT.participant_by_id[one].name]


def test_only_a_wish_that_is_mutual_is_told() -> None:
    people = [factories.person(each) for each in ("Ann", "Bob", "Cid", "Dan")]
    wishes = [factories.wish(*each) for each in (("Ann", "Bob"), ("Bob", "Ann"), ("Cid", "Ann"))]
    vetoes = [factories.wish("Ann", "Dan", "never"), factories.wish("Dan", "Ann")]
    event = factories.event(people, wishes=(*wishes, *vetoes))
    timetable = Timetable(
        meetings=tuple(
            factories.meeting("Ann", other, slot)
            for other, slot in (("Bob", "1"), ("Cid", "2"), ("Dan", "3"))
        )
    )
    (text,) = pages(agenda(event, timetable, "Ann", "en"))
    assert text.count("youbothaskedtomeet") == 1
    assert text.index("Bob") < text.index("youbothaskedtomeet") < text.index("Cid")


def test_this_day_needs_one_page_each(printed: dict[str, str]) -> None:
    assert all("Page1of1" in text for text in printed.values())


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("count", [3, 12])
def test_offers_and_seeks_are_whole_where_there_is_room(count: int, form: Format) -> None:
    text = ("tissus enduits et " * 60)[: TEXT_LENGTH // count // 2].strip()
    event = _talkative(count, text)
    content = agenda(event, _all_with("hub", event), "hub", "en", Finish(form))
    found = "".join(pages(content))
    if form is Format.A4 or count == 3:
        assert found.count(drawn(text)) == 2 * count
        assert "…" not in found
    assert outside(content) == overlaps(content) == []


@pytest.mark.parametrize("form", Format)
def test_offers_and_seeks_are_cut_only_where_the_paper_is_full(form: Format) -> None:
    event = _talkative(12, ("tissus enduits et " * 60)[:TEXT_LENGTH])
    content = agenda(event, _all_with("hub", event), "hub", "en", Finish(form))
    texts = pages(content)
    assert len(texts) == (1 if form is Format.A4 else 2)
    assert "…" in texts[0]
    assert all(drawn(each.name) in "".join(texts) for each in event.participants)
    assert outside(content) == overlaps(content) == []


@pytest.mark.parametrize("form", Format)
def test_twelve_meetings_stand_on_one_sheet_whatever_is_offered(form: Format) -> None:
    view = max(views(EVENT, TIMETABLE).values(), key=lambda each: len(each.meetings))
    assert len(view.meetings) == 12
    content = agenda(EVENT, TIMETABLE, view.participant.id, finish=Finish(form))
    assert len(pages(content)) == (1 if form is Format.A4 else 2)
    assert outside(content) == overlaps(content) == []


@pytest.mark.parametrize(("form", "count"), [(Format.A4, 36), (Format.A5, 16)])
def test_a_very_full_day_takes_two_pages_and_numbers_them(form: Format, count: int) -> None:
    event = _crowded(count)
    texts = pages(agenda(event, _all_with("hub", event), "hub", "en", Finish(form)))
    assert len(texts) == 2
    assert all(f"Page{n}of2" in text for n, text in enumerate(texts, start=1))
    assert all(drawn(each.name) in "".join(texts) for each in event.participants)


@pytest.mark.parametrize(("form", "count"), [(Format.A4, 60), (Format.A4, 120), (Format.A5, 60)])
def test_a_day_of_a_great_many_meetings_takes_two_pages_no_smaller_than_nine_points(
    form: Format, count: int
) -> None:
    event = _crowded(count)
    content = agenda(event, _all_with("hub", event), "hub", "en", Finish(form))
    texts = pages(content)
    assert len(texts) == 2
    for slot, partner in zip(event.slots, event.participants[1:], strict=True):
        assert f"{slot.start:%H:%M}{drawn(partner.name)}" in "".join(texts)
    assert "".join(texts).count("Table1") == count
    assert outside(content) == overlaps(content) == []
    with pdfplumber.open(BytesIO(content)) as file:
        assert min(round(char["size"], 3) for each in file.pages for char in each.chars) >= 9


@pytest.mark.parametrize(("form", "count"), [(Format.A4, 60), (Format.A5, 24)])
def test_organisation_and_languages_stand_on_a_very_full_agenda_while_there_is_room(
    form: Format, count: int
) -> None:
    event = _crowded(count)
    content = "".join(pages(agenda(event, _all_with("hub", event), "hub", "en", Finish(form))))
    assert all(
        drawn(event.organisation_of(each).name) * 2 in content for each in event.participants
    )


@pytest.mark.parametrize("form", Format)
def test_the_room_and_the_interpreter_stand_on_the_fullest_agenda(form: Format) -> None:
    event, timetable = _with_an_interpreter(120 if form is Format.A4 else 52)
    content = agenda(event, timetable, "hub", "en", Finish(form))
    texts = "".join(pages(content))
    assert len(pages(content)) == 2
    assert texts.count(drawn("Hall · with interpreter Ida")) == len(timetable.meetings)
    assert texts.count(drawn("Firma " * 20)) < len(timetable.meetings)


def _with_an_interpreter(count: int) -> tuple[Event, Timetable]:
    """Return a day of `count` meetings with firms of long names, all helped by Ida, in the hall."""
    rooms = tuple(Room(id=each.lower(), name={"": each}) for each in ("Hall", "Loft"))
    tables = (Table(id="1", room="hall"), Table(id="2", room="loft"))
    helper = Interpreter(id="i", name="Ida", languages=("en", "nl"))
    names = {"hub": "hub"} | {f"partner{number:02}": "Firma " * 20 for number in range(count)}
    firms = tuple(Organisation(id=each, name=name) for each, name in names.items())
    given = {"rooms": rooms, "tables": tables, "interpreters": (helper,), "organisations": firms}
    event = _crowded(count, **given)
    meetings = _all_with("hub", event).meetings
    helped = tuple(each.model_copy(update={"interpreter": "i"}) for each in meetings)
    return event, Timetable(meetings=helped)


def test_the_paper_is_a4_to_be_folded_or_a5() -> None:
    for form, size in ((Format.A4, (297, 210)), (Format.A5, (148, 210))):
        (page, *_) = PdfReader(BytesIO(agenda(EVENT, TIMETABLE, "P05", "en", Finish(form)))).pages
        assert [round(float(each) / MM, 1) for each in page.mediabox[2:]] == list(size)


def test_there_is_room_for_notes_below_a_usual_day() -> None:
    for view in views(EVENT, TIMETABLE).values():
        if len(view.meetings) <= 8:
            assert "Notes" in pages(agenda(EVENT, TIMETABLE, view.participant.id, "en"))[0]


def test_the_plan_of_the_room_picks_out_the_tables_of_the_owner() -> None:
    content = agenda(EVENT, TIMETABLE, "P05", "en")
    view = views(EVENT, TIMETABLE)["P05"]
    with pdfplumber.open(BytesIO(content)) as file:
        picked = file.pages[0].filter(_is_white_number)
        inside = {each["text"] for each in picked.extract_words()}
    assert inside == {each.table for each in view.meetings}


def test_where_tables_stand_in_several_rooms_each_meeting_names_its_own() -> None:
    rooms = (Room(id="a", name="Blue hall"), Room(id="b", name="Red hall"), Room(id="c"))
    tables = tuple(Table(id=str(n), room="abc"[n // 2 % 3]) for n in range(1, 7))
    people = ["Ann", "Bob", "Cid"]
    event = factories.event(people, rooms=rooms, tables=tables)
    timetable = Timetable(
        meetings=(
            factories.meeting("Ann", "Bob", "1", "1"),
            factories.meeting("Ann", "Cid", "2", "2"),
        )
    )
    content = agenda(event, timetable, "Ann", "en")
    (text,) = pages(content)
    assert text.count("Bluehall") == text.count("Redhall") == 2
    assert outside(content) == overlaps(content) == []


def test_where_all_tables_are_in_one_room_the_plan_names_it_once() -> None:
    for text in chapters(agendas(food_day(8), plan(food_day(8)), "fr")).values():
        assert text.count("Grandesalle") == ("Table" in text)


def test_the_code_of_an_agenda_is_what_phones_read(tmp_path: Path) -> None:
    link = "https://dag.example/a/8Jk2mQ"
    event, linked = EVENT, Finish(links={"P05": link})
    assert scanned(agenda(event, TIMETABLE, "P05", "en", linked), tmp_path) == [link]
    assert scanned(agenda(event, TIMETABLE, "P06", "en", linked), tmp_path) == [
        opaque_id(event, "P06")
    ]


def test_the_parts_of_an_agenda_are_tagged_in_reading_order() -> None:
    content = agenda(EVENT, TIMETABLE, "P05", "en")
    found = parts(content)
    roles = [role for role, _ in found]
    assert roles.count("H1") == 1
    assert next(text for role, text in found if role == "H1") == EVENT.participant_by_id["P05"].name
    times = [text for role, text in found if role == "Lbl"]
    assert times == sorted(times)
    assert len(times) == roles.count("LBody")
    assert unmarked(content) == []


def test_the_cluster_of_the_owner_is_written_with_a_capital() -> None:
    person = factories.person("Ann", cluster="textile", region="FR", languages=("fr",))
    text = "".join(pages(agenda(factories.event([person]), Timetable(), "Ann", "fr")))
    assert "France·Textile·français" in text


def test_languages_known_a_little_are_named_as_such() -> None:
    person = factories.person("Ann", languages=("fr",), understands=("nl", "en"))
    text = "".join(pages(agenda(factories.event([person]), Timetable(), "Ann", "fr")))
    assert "français·néerlandaisetanglais(unpeu)" in text


def test_an_agenda_is_in_the_language_of_its_owner() -> None:
    texts = chapters(agendas(EVENT, TIMETABLE))
    for person in EVENT.participants:
        expected = {"fr": "jeudi18mars2027", "nl": "donderdag18maart2027"}
        assert expected[EVENT.language_of(person)] in texts[person.name]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", "jeudi18mars2027"), ("nl", "donderdag18maart2027"), ("en", "Thursday,18March2027")],
)
def test_one_agenda_in_a_given_language(language: str, expected: str) -> None:
    content = agenda(EVENT, TIMETABLE, "P05", language)
    text = "".join(pages(content))
    assert expected.replace(",", "") in text.replace(",", "")
    assert str(PdfReader(BytesIO(content)).root_object["/Lang"]) == language


def test_one_agenda_is_that_of_the_batch() -> None:
    event = food_day(8)
    batch = chapters(agendas(event, plan(event)))
    for person in event.participants:
        assert "".join(pages(agenda(event, plan(event), person.id))) == batch[person.name]


def test_each_agenda_is_read_out_in_the_language_of_its_owner() -> None:
    with pdfplumber.open(BytesIO(agendas(EVENT, TIMETABLE))) as file:
        (document,) = file.structure_tree
    spoken = [each["lang"] for each in document["children"]]
    assert spoken == [EVENT.language_of(each) for each in by_last_name(EVENT.participants)]


def test_an_empty_agenda_says_so() -> None:
    text = "".join(pages(agenda(factories.event(["Ann"]), Timetable(), "Ann", "en")))
    assert "0meetings" in text
    assert "Freeuntil14:12" in text


def test_slots_that_are_not_available_are_shown() -> None:
    away = factories.person("Ann", unavailable=frozenset({"1", "2"}))
    text = "".join(pages(agenda(factories.event([away]), Timetable(), "Ann", "en")))
    assert "Notavailableuntil13:57" in text


def test_each_day_of_several_has_its_heading() -> None:
    (early,) = factories.slots(1)
    day = timedelta(days=1)
    late = early.model_copy(update={"id": "2", "start": early.start + day, "end": early.end + day})
    event = factories.event(["Ann"], slots=(early, late))
    text = "".join(pages(agenda(event, Timetable(), "Ann", "fr")))
    for expected in ("18–19mars2027", "jeudi18mars2027", "vendredi19mars2027"):
        assert expected in text


def test_a_day_that_goes_on_elsewhere_is_named_again() -> None:
    event = _crowded(24)
    half = len(event.slots) // 2
    later = [
        each.model_copy(update={"start": each.start + timedelta(1), "end": each.end + timedelta(1)})
        for each in event.slots[half:]
    ]
    event = Event.model_validate(event.model_dump() | {"slots": (*event.slots[:half], *later)})
    sheets = pages(agenda(event, _all_with("hub", event), "hub", "en"))
    assert len(sheets) == 2
    assert all("·continued" in each for each in sheets)
    one = pages(agenda(_crowded(24), _all_with("hub", _crowded(24)), "hub", "en"))
    assert "·continued" not in "".join(one)


def test_a_folded_agenda_has_its_owner_on_both_halves() -> None:
    name = drawn(EVENT.participant_by_id["P05"].name)
    for form in Format:
        sheet, *_ = pages(agenda(EVENT, TIMETABLE, "P05", "en", Finish(form)))
        assert sheet.endswith(f"·{name}") == (form is Format.A4)


def test_an_event_of_nobody_still_prints() -> None:
    assert pages(agendas(factories.event([]), Timetable())) == ["Personnen’estencoreinscrit."]


def test_an_unknown_participant_raises() -> None:
    with pytest.raises(KeyError):
        agenda(EVENT, TIMETABLE, "nobody")


def _is_white_number(item: dict[str, Any]) -> bool:
    is_white = item.get("non_stroking_color") == (1, 1, 1)
    return item["object_type"] == "char" and is_white and round(item["size"], 2) == 9


def _talkative(count: int, text: str) -> Event:
    """Return an event at which all partners offer and seek the same, at length."""
    partners = [
        factories.person(f"partner{number:02}", offers=(text,), seeks=(text,), region="VLG")
        for number in range(count)
    ]
    return factories.event(["hub", *partners], slots=factories.slots(count))


def _crowded(count: int, **fields: object) -> Event:
    people = ["hub", *(f"partner{number:02}" for number in range(count))]
    return factories.event(people, slots=factories.slots(count, minutes=5), **fields)


def _all_with(hub: str, event: Event) -> Timetable:
    def meetings() -> Iterator[object]:
        partners = (each.id for each in event.participants if each.id != hub)
        for slot, partner in zip(event.slots, partners, strict=True):
            yield factories.meeting(hub, partner, slot.id)

    return Timetable(meetings=tuple(meetings()))


@pytest.mark.parametrize("form", Format)
def test_a_visit_stands_on_three_agendas(form: Format) -> None:
    event, timetable = factories.trio()
    found = chapters(agendas(event, timetable, "en", Finish(form=form)))
    assert drawn("You join two others") + drawn("Ann and Bob") in found["Cid"]
    assert all(drawn("Cid joins you") in found[host] for host in ("Ann", "Bob"))
    assert not any("joins" in text for name, text in found.items() if name == "Cid")


@pytest.mark.parametrize("form", Format)
def test_long_names_of_hosts_stay_on_the_paper_and_apart(form: Format) -> None:
    event = food_day(12)
    timetable = plan(event)
    busy = {(who, each.slot) for each in timetable.meetings for who in each.participants}
    guests = tuple(
        factories.guest(who, each.slot, each.table)
        for each in timetable.meetings
        for who in [p.id for p in event.participants if (p.id, each.slot) not in busy][:1]
    )
    assert guests
    content = agendas(
        event, timetable.model_copy(update={"guests": guests}), "fr", Finish(form=form)
    )
    assert not list(outside(content))
    assert not list(overlaps(content))


def test_what_organisers_wrote_in_another_language_only_is_read_out_in_that() -> None:
    event = factories.event(["Ann"], name={"fr": "Rencontres"}, venue={"": "Xpo"})
    heard = spoken(agenda(event, Timetable(), "Ann", "nl"))
    assert ("fr", "Rencontres") in heard
    assert [text for language, text in heard if language == "fr"] == ["Rencontres"]
    assert any("Xpo" in text for language, text in heard if language == "nl")
