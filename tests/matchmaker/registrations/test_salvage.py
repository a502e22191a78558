"""What is left of a draft when all that is unsound is put aside."""

import tempfile
from pathlib import Path

from hypothesis import given

from matchmaker.event import Event
from matchmaker.registrations.mapping import NO_MAPPING
from matchmaker.registrations.reader import drafted
from matchmaker.registrations.salvage import salvaged
from matchmaker.registrations.sources import read_folder
from matchmaker.registrations.writer import write_folder
from tests.factories import lock
from tests.matchmaker.registrations.files import EVENT, PARTICIPANTS, SESSION, WORKSHOP, folder
from tests.matchmaker.registrations.messy import FOLDER
from tests.matchmaker.registrations.strategies import events
from tests.matchmaker.registrations.test_writer import THOROUGH


def left_of(path: Path) -> Event | None:
    return salvaged(drafted(read_folder(path, NO_MAPPING))[0])


@THOROUGH
@given(events())
def test_of_a_sound_event_all_is_left_that_locks_look_at(event: Event) -> None:
    with tempfile.TemporaryDirectory() as path:
        write_folder(event, Path(path))
        left = left_of(Path(path))
    assert left is not None
    without_room = {"room": None}
    assert left.sessions == tuple(each.model_copy(update=without_room) for each in event.sessions)
    assert left.tables == tuple(each.model_copy(update=without_room) for each in event.tables)
    for name in ("slots", "participants", "wishes", "already_met", "rules"):
        assert getattr(left, name) == getattr(event, name)
    assert left.locked_meetings == event.locked_meetings
    assert left.locked_attendances == event.locked_attendances


def test_what_is_unsound_is_put_aside_with_what_refers_to_it(tmp_path: Path) -> None:
    overlapping = EVENT.replace("13:45", "13:35")
    sessions = WORKSHOP + SESSION + SESSION.replace('"s"', '"t"').replace('["1"]', '["1", "2"]')
    people = PARTICIPANTS.replace("cas,Cas Claes,Corda", "cas,Cas Claes,") + "ann,Twice,Acme,FR,fr"
    left = left_of(
        folder(
            tmp_path,
            event=f"{overlapping}[rules]\nalready_met = true\n{sessions}",
            participants=f"{people},,,1\n",
            wishes="from,to,rank\nann,ben,1\nann,cas,2\n",
            locked_meetings_csv="participant_a,participant_b,slot\nann,ben,1\nben,cas,1\n",
            locked_attendances_csv="participant,session\nann,s\nann,t\n",
        )
    )
    assert left is not None
    assert [each.id for each in left.slots] == ["1"]
    assert [(each.id, each.name) for each in left.participants] == [
        ("ann", "Ann Arnaut"),
        ("ben", "Ben Boone"),
    ]
    assert [each.id for each in left.sessions] == ["s"]
    assert [(each.wisher, each.wished) for each in left.wishes] == [("ann", "ben")]
    assert left.locked_meetings == (lock("ann", "ben", "1"),)
    assert left.locked_seats == {("ann", "s")}
    assert left.rules.already_met


def test_something_is_left_of_registrations_as_they_arrive() -> None:
    left = left_of(FOLDER)
    assert left is not None
    assert [each.id for each in left.participants] == [f"p{n}" for n in (1, 2, 3, 4, 5, 8, 9, 10)]


def test_without_slots_nothing_is_left(tmp_path: Path) -> None:
    assert left_of(folder(tmp_path, event='name = "Day"\ntables = 2\n')) is None
