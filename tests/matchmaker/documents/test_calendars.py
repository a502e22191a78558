from collections import Counter
from typing import Any

import pytest
from icalendar import Calendar, Timezone

from matchmaker.documents.calendar_updates import Stamp
from matchmaker.documents.calendars import calendar, calendars
from matchmaker.event import Event
from matchmaker.timetable import Timetable, agendas
from tests import factories
from tests.matchmaker.documents.sample import food_day, plan

EVENT = food_day(24)
TIMETABLE = plan(EVENT)


def appointments(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def pair(slot: str = "1", table: str = "1") -> tuple[Event, Timetable]:
    event = factories.event(["Ann", "Bob"])
    return event, Timetable(meetings=(factories.meeting("Ann", "Bob", slot, table),))


def test_every_engagement_is_an_appointment_at_its_time() -> None:
    for owner, view in agendas(EVENT, TIMETABLE).items():
        slots = [EVENT.slot_by_id[each.slot] for each in view.meetings]
        expected = [(slot.start, slot.end) for slot in slots]
        for session in view.sessions:
            first, last = EVENT.slot_by_id[session.slots[0]], EVENT.slot_by_id[session.slots[-1]]
            expected.append((first.start, last.end))
        found = appointments(calendar(EVENT, TIMETABLE, owner))
        times = [(each.decoded("DTSTART"), each.decoded("DTEND")) for each in found]
        zoned = [tuple(t.replace(tzinfo=EVENT.zone) for t in each) for each in expected]
        assert sorted(times) == sorted(zoned)


def test_times_name_their_zone_and_the_zone_is_given() -> None:
    content = calendar(EVENT, TIMETABLE, "P01")
    assert b"DTSTART;TZID=Europe/Brussels:20270318T" in content
    assert b"BEGIN:VTIMEZONE" in content


def test_the_uid_stays_when_the_meeting_moves() -> None:
    early, late = pair("1", "1"), pair("3", "2")
    uids = [appointments(calendar(*each, "Ann"))[0]["UID"] for each in (early, late)]
    assert uids[0] == uids[1]


def test_uids_differ_between_appointments_and_between_people() -> None:
    found = [one["UID"] for _, text in calendars(EVENT, TIMETABLE) for one in appointments(text)]
    assert max(Counter(found).values()) == 1


def test_the_sequence_is_that_of_the_version() -> None:
    event, timetable = pair()
    assert appointments(calendar(event, timetable, "Ann", stamp=Stamp(4)))[0]["SEQUENCE"] == 4


def test_the_place_names_the_table_in_the_language_of_the_reader() -> None:
    event, timetable = pair()
    for language, expected in (("fr", "Table 1"), ("nl", "Tafel 1"), ("en", "Table 1")):
        assert appointments(calendar(event, timetable, "Ann", language))[0]["LOCATION"] == expected


def test_line_breaks_in_values_do_not_break_out() -> None:
    mean = factories.person("Bob", last_name="x\r\nEND:VEVENT\r\nBEGIN:VEVENT", organisation="Bob")
    event = factories.event(["Ann", mean])
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    (found,) = appointments(calendar(event, timetable, "Ann"))
    assert found["SUMMARY"] == "x END:VEVENT BEGIN:VEVENT (Bob)"


def test_the_batch_holds_the_calendar_of_each() -> None:
    for owner, content in calendars(EVENT, TIMETABLE):
        assert content == calendar(EVENT, TIMETABLE, owner)


def test_an_unknown_participant_raises() -> None:
    with pytest.raises(KeyError):
        calendar(EVENT, TIMETABLE, "nobody")


ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION", "TRANSP")


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_every_appointment_has_what_the_standard_requires_once() -> None:
    for _, content in calendars(EVENT, TIMETABLE):
        for each in appointments(content):
            assert all(not isinstance(each[name], list) for name in ONCE)
            assert each.decoded("DTSTAMP").utcoffset().total_seconds() == 0
            assert each.decoded("DTEND") > each.decoded("DTSTART")


def test_a_calendar_says_what_it_is_before_its_parts() -> None:
    lines = unfolded(calendar(EVENT, TIMETABLE, "P01"))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    head = lines[: lines.index("BEGIN:VTIMEZONE")]
    for name in ("VERSION:2.0", "PRODID:", "CALSCALE:GREGORIAN"):
        assert sum(line.startswith(name) for line in head) == 1
    assert not any(line.startswith("METHOD") for line in lines)


def test_the_zone_says_its_offsets_on_the_day() -> None:
    (zone,) = Calendar.from_ical(calendar(EVENT, TIMETABLE, "P01")).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    assert zone["TZID"] == EVENT.timezone
    parts = zone.subcomponents
    assert {part.name for part in parts} == {"STANDARD", "DAYLIGHT"}
    assert all({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"} <= set(part) for part in parts)
    start = EVENT.slots[0].start
    assert zone.to_tz().utcoffset(start) == EVENT.zone.utcoffset(start)


def test_lines_are_folded_and_end_as_the_standard_asks() -> None:
    long = factories.person("Bob", last_name="É" * 80, offers=("ü" * 900,))
    event = factories.event(["Ann", long])
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    content = calendar(event, timetable, "Ann")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert "É" * 80 in appointments(content)[0]["SUMMARY"]


def test_a_visit_is_an_appointment_and_the_hosts_read_who_joins() -> None:
    event, timetable = factories.trio()
    [visit] = appointments(calendar(event, timetable, "Cid", "en"))
    assert visit["SUMMARY"] == "You join Ann and Bob"
    assert visit["LOCATION"] == "Table 1"
    for host in ("Ann", "Bob"):
        [met] = appointments(calendar(event, timetable, host, "en"))
        assert "Third person: Cid" in met["DESCRIPTION"]
