"""Locks as they are written, and what the doctor says of those that cannot be kept."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from matchmaker.event import Event
from matchmaker.registrations.doctor.lock_sentences import EXPLANATIONS
from matchmaker.registrations.reader import read_event
from matchmaker.registrations.writer import write_folder
from matchmaker.rules.checker import RULES
from matchmaker.rules.contradictions import KEPT_BY_MORE, contradictions
from tests.factories import lock
from tests.matchmaker.registrations.cases_locks import PROGRAMME, meetings
from tests.matchmaker.registrations.files import found, read, with_row
from tests.matchmaker.registrations.strategies import events
from tests.matchmaker.registrations.test_writer import THOROUGH


def test_locks_may_name_people_by_their_address(tmp_path: Path) -> None:
    people = with_row("dan,Dan,Delta,FR,fr,dan@delta.be")
    files = meetings("Dan@delta.be,ANN,1,2\n") | {"participants": people}
    event = read(tmp_path, **files).event
    assert event is not None
    assert event.locked_meetings == (lock("dan", "ann", "1", "2"),)


def test_locks_may_stand_in_event_toml(tmp_path: Path) -> None:
    text = f"""{PROGRAMME}[[locked_meetings]]
participant_a = "ann"
participant_b = "ben"
slot = 2
[[locked_attendances]]
participant = "dan"
session = "s"
"""
    registrations = read(tmp_path, event=text, participants=with_row("dan,Dan,Delta,FR,fr,,,,,,,w"))
    assert found(registrations) == []
    assert registrations.event is not None
    assert registrations.event.locked_meetings == (lock("ann", "ben", "2"),)
    assert registrations.event.locked_seats == {("dan", "s")}


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("ben boon", "Did you mean ben (Ben Boone)?"),
        ("Bolt", "Write the id, e-mail address or whole name of a participant."),
    ],
)
def test_an_unknown_person_gets_a_near_name(written: str, remedy: str, tmp_path: Path) -> None:
    problem = read(tmp_path, **meetings(f"ann,{written}\n")).problems[0]
    assert (problem.code, str(problem.remedy)) == ("unknown-participant", remedy)


def test_the_sentence_names_whom_and_when(tmp_path: Path) -> None:
    problem = read(tmp_path, **meetings("ann,ben,1\ncas,ann,1\n")).problems[0]
    assert str(problem) == (
        "locked_meetings.csv, row 3, slot: ann is locked in slot 1, but has another engagement"
        " then. Choose another slot or session for one of the two."
    )


def test_other_faults_do_not_hide_an_impossible_lock(tmp_path: Path) -> None:
    files = meetings("ann,ben,1\ncas,ann,1\nann,zoe\n", people="d,,,Mars,klingonish,d@,x,9,2,1,8,w")
    codes = [each.code for each in read(tmp_path, **files).problems]
    assert codes.count("impossible-lock") == 1
    assert {"missing-value", "bad-email", "unknown-slot", "unknown-participant"} <= set(codes)


def test_every_rule_that_locks_can_break_is_explained() -> None:
    explained = {rule for each in EXPLANATIONS for rule in each.rules}
    assert explained == set(RULES) - KEPT_BY_MORE | {"locked_meeting"}


@THOROUGH
@given(events(may_contradict=True))
def test_the_doctor_refuses_exactly_the_locks_that_contradict(event: Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(event, Path(folder))
        read = read_event(Path(folder))
    codes = {each.code for each in read.problems}
    assert (read.event is None) == ("impossible-lock" in codes) == bool(contradictions(event))
