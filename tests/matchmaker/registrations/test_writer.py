import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings

from matchmaker.errors import Severity
from matchmaker.event import Event
from matchmaker.formats import to_json
from matchmaker.locks import AttendanceLock
from matchmaker.programme import Session, Workshop
from matchmaker.registrations.reader import Registrations, read_event
from matchmaker.registrations.writer import workbook, write_folder
from tests import factories
from tests.factories import lock, person
from tests.matchmaker.registrations.strategies import events

THOROUGH = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


LOCKED = factories.event(
    [
        person("=a", workshops=("w",), suggestions=True, offers=("lin|en",), seeks=("lace",)),
        person("@b", stays=True, region="FR"),
        person("c d", suggestions=True, seeks=("Lin|en ",), region="VLG"),
    ],
    workshops=[Workshop(id="w", title="W")],
    sessions=[Session(id="'s", workshop="w", slots=("1", "2"), capacity=3, minimum=2)],
    wishes=[factories.wish("@b", "c d")],
    locked_meetings=[lock("=a", "@b", "3", "2"), lock("c d", "@b", None, "2")],
    locked_attendances=[AttendanceLock(participant="=a", session="'s")],
    rules={"cross_border_share": 0.125},
    objective={"floor": 0.25, "value_tolerance": 0.001},
)
"""An event whose organisers have settled as much as can be settled."""


def errors(read: Registrations) -> list[str]:
    return [str(each) for each in read.problems if each.severity is Severity.ERROR]


@THOROUGH
@given(events())
@example(LOCKED)
def test_a_folder_reads_back_as_it_was_written(event: Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(event, Path(folder))
        read = read_event(Path(folder))
    assert errors(read) == []
    assert read.event == event


@THOROUGH
@given(events())
@example(LOCKED)
def test_a_workbook_reads_back_as_it_was_written(event: Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "event.xlsx"
        path.write_bytes(workbook(event))
        read = read_event(path)
    assert errors(read) == []
    assert read.event == event


@THOROUGH
@given(events())
@example(LOCKED)
def test_json_reads_back_as_it_was_written(event: Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "event.json"
        path.write_text(to_json(event), encoding="utf-8")
        read = read_event(path)
    assert errors(read) == []
    assert read.event == event
