"""Where everybody has to be first."""

from collections.abc import Mapping
from datetime import date

from matchmaker.documents.attendance_days import short_days
from matchmaker.documents.wording import Paper
from matchmaker.event import Event
from matchmaker.programme import Session, Slot
from matchmaker.timetable import Agenda


def first_engagement(
    event: Event, paper: Paper, agenda: Agenda, days: Mapping[date, str]
) -> tuple[str, str]:
    """Return time and place of the first engagement, empty where there is none.

    A table is its number, a session its room or, where it has none, the word for a workshop. The
    day stands before the time where `days` has a name for it.
    """
    for slot in event.slots:
        time = _time(paper, slot, days)
        if meeting := agenda.meeting_at.get(slot.id) or agenda.visit_at.get(slot.id):
            return time, meeting.table
        if session := agenda.session_at.get(slot.id):
            return time, _room(event, session, paper) or paper("Workshop")
    return "", ""


def _time(paper: Paper, slot: Slot, days: Mapping[date, str]) -> str:
    return f"{days.get(slot.start.date(), '')} {paper.words[0].time(slot.start)}".lstrip()


def _room(event: Event, session: Session, paper: Paper) -> str:
    if session.room is None:
        return ""
    return paper.text(event.room_by_id[session.room].name) or session.room


def first_engagements(
    event: Event, paper: Paper, agendas: Mapping[str, Agenda]
) -> dict[str, tuple[str, str]]:
    """Return the first engagement of everybody, by participant id."""
    days = short_days(event, paper)
    named = days if len(days) > 1 else {}
    return {each: first_engagement(event, paper, view, named) for each, view in agendas.items()}
