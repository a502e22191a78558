from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar

from matchmaker.documents.calendar_updates import Stamp
from matchmaker.documents.calendars import calendar, calendars
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.sample import food_day, plan

PEOPLE = ("Ann", "Bob", "Cor")
EVENT = factories.event(PEOPLE, languages=("en",))


def met(*pairs: tuple[str, str, str]) -> Timetable:
    """Return a timetable of (one, other, slot)."""
    return Timetable(meetings=tuple(factories.meeting(*each) for each in pairs))


def chain(*timetables: Timetable, event: Event = EVENT) -> list[bytes]:
    """Return Ann's calendars, each following the one before."""
    found: list[bytes] = []
    for each in timetables:
        found.append(calendar(event, each, "Ann", earlier=found[-1] if found else None))
    return found


def by_partner(content: bytes) -> dict[str, Any]:
    return {
        str(each["SUMMARY"]).removeprefix("Cancelled: ").split(" ")[0]: each
        for each in Calendar.from_ical(content).walk("VEVENT")
    }


def test_nothing_changes_in_what_has_not_changed() -> None:
    one, other = chain(met(("Ann", "Bob", "1")), met(("Ann", "Bob", "1")))
    assert one == other


def test_a_moved_meeting_is_the_same_appointment_with_a_higher_number() -> None:
    one, other = chain(met(("Ann", "Bob", "1")), met(("Ann", "Bob", "3")))
    before, after = by_partner(one)["Bob"], by_partner(other)["Bob"]
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.decoded("DTSTAMP") > before.decoded("DTSTAMP")
    assert after.decoded("DTSTART") > before.decoded("DTSTART")
    assert len(by_partner(other)) == 1


def test_a_dropped_meeting_is_cancelled_and_takes_no_time() -> None:
    _, other = chain(met(("Ann", "Bob", "1"), ("Ann", "Cor", "2")), met(("Ann", "Cor", "2")))
    gone, kept = by_partner(other)["Bob"], by_partner(other)["Cor"]
    assert (gone["STATUS"], gone["SEQUENCE"], gone["TRANSP"]) == ("CANCELLED", 1, "TRANSPARENT")
    assert str(gone["SUMMARY"]) == "Cancelled: Bob (Bob)"
    assert (kept["STATUS"], kept["SEQUENCE"]) == ("CONFIRMED", 0)


def test_what_was_cancelled_stays_so_unchanged() -> None:
    found = chain(met(("Ann", "Bob", "1")), met(), met())
    assert found[1] == found[2]


def test_what_comes_back_is_the_same_appointment_again() -> None:
    found = chain(met(("Ann", "Bob", "1")), met(), met(("Ann", "Bob", "1")))
    again = by_partner(found[2])["Bob"]
    assert (again["STATUS"], again["SEQUENCE"]) == ("CONFIRMED", 2)
    assert again["UID"] == by_partner(found[0])["Bob"]["UID"]


def test_a_session_that_somebody_leaves_is_cancelled() -> None:
    session = {"id": "S", "workshop": "W", "slots": ["1"], "capacity": 3}
    workshops = ({"id": "W", "title": "Export"},)
    event = factories.event(PEOPLE, languages=("en",), workshops=workshops, sessions=(session,))
    seated = Timetable(attendances=(factories.attendance("Ann", "S"),))
    _, other = chain(seated, Timetable(), event=event)
    (gone,) = Calendar.from_ical(other).walk("VEVENT")
    assert gone["STATUS"] == "CANCELLED"


def test_the_number_of_a_version_is_the_least_of_what_changes() -> None:
    first = calendar(EVENT, met(("Ann", "Bob", "1"), ("Ann", "Cor", "2")), "Ann")
    later = met(("Ann", "Bob", "3"), ("Ann", "Cor", "2"))
    found = by_partner(calendar(EVENT, later, "Ann", stamp=Stamp(7), earlier=first))
    assert (found["Bob"]["SEQUENCE"], found["Cor"]["SEQUENCE"]) == (7, 0)


def test_what_is_no_calendar_counts_as_nothing_sent() -> None:
    for broken in (b"", b"\xff\xfe", b"BEGIN:VCALENDAR", b"nonsense\r\n"):
        plain = calendar(EVENT, met(("Ann", "Bob", "1")), "Ann")
        assert calendar(EVENT, met(("Ann", "Bob", "1")), "Ann", earlier=broken) == plain


def test_reading_back_a_whole_day_changes_nothing() -> None:
    event = food_day(24)
    sent = dict(calendars(event, plan(event)))
    assert dict(calendars(event, plan(event), earlier=sent)) == sent


def test_a_damaged_appointment_counts_as_not_sent() -> None:
    sent = calendar(EVENT, met(("Ann", "Bob", "1")), "Ann")
    for line in (b"SEQUENCE:0", b"STATUS:CONFIRMED", b"DTSTAMP:20000101T000000Z"):
        assert line in sent
        for instead in (b"X-GONE:1", line.split(b":")[0] + b":nonsense"):
            damaged = sent.replace(line, instead)
            found = calendar(EVENT, met(("Ann", "Bob", "2")), "Ann", earlier=damaged)
            assert by_partner(found)["Bob"]["STATUS"] == "CONFIRMED"


PUBLISHED = datetime(2027, 3, 1, 9, 30, 15, 987, tzinfo=UTC)


def test_an_appointment_bears_the_moment_at_which_it_was_made() -> None:
    found = by_partner(calendar(EVENT, met(("Ann", "Bob", "1")), "Ann", stamp=Stamp(3, PUBLISHED)))
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        assert found["Bob"][name].to_ical() == b"20270301T093015Z"


def test_what_stays_keeps_its_moment_and_what_changes_or_goes_bears_the_new_one() -> None:
    first = met(("Ann", "Bob", "1"), ("Ann", "Cor", "2"))
    sent = calendar(EVENT, first, "Ann", stamp=Stamp(1, PUBLISHED))
    later = Stamp(4, PUBLISHED.replace(day=2))
    found = by_partner(calendar(EVENT, met(("Ann", "Cor", "2")), "Ann", stamp=later, earlier=sent))
    assert (found["Bob"]["SEQUENCE"], found["Cor"]["SEQUENCE"]) == (4, 1)
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        assert found["Bob"][name].to_ical() == b"20270302T093015Z"
        assert found["Cor"][name].to_ical() == b"20270301T093015Z"


def test_where_no_moment_is_known_none_is_said_to_be_to_come() -> None:
    for content in chain(met(("Ann", "Bob", "1")), met(("Ann", "Bob", "2"))):
        for each in by_partner(content).values():
            assert each.decoded("DTSTAMP") < datetime(2001, 1, 1, tzinfo=UTC)
            assert "LAST-MODIFIED" not in each


def test_a_backslash_before_an_n_survives_every_version() -> None:
    odd = factories.person("Bob", last_name=r"C:\Nord")
    event = factories.event(["Ann", odd, "Cor"], languages=("en",))
    sent = chain(met(("Ann", "Bob", "1")), met(("Ann", "Bob", "1")), met(), event=event)
    assert sent[0] == sent[1]
    (gone,) = Calendar.from_ical(sent[2]).walk("VEVENT")
    assert gone["SUMMARY"] == r"Cancelled: C:\Nord (Bob)"
