import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from matchmaker.errors import Severity
from matchmaker.event import Event
from matchmaker.formats import to_json
from matchmaker.registrations.reader import Registrations, read_event
from matchmaker.registrations.writer import workbook, write_folder
from tests.matchmaker.registrations.strategies import events

THOROUGH = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def errors(read: Registrations) -> list[str]:
    return [str(each) for each in read.problems if each.severity is Severity.ERROR]


@THOROUGH
@given(events())
def test_a_folder_reads_back_as_it_was_written(event: Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(event, Path(folder))
        read = read_event(Path(folder))
    assert errors(read) == []
    assert read.event == event


@THOROUGH
@given(events())
def test_a_workbook_reads_back_as_it_was_written(event: Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "event.xlsx"
        path.write_bytes(workbook(event))
        read = read_event(path)
    assert errors(read) == []
    assert read.event == event


@THOROUGH
@given(events())
def test_json_reads_back_as_it_was_written(event: Event) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "event.json"
        path.write_text(to_json(event), encoding="utf-8")
        read = read_event(path)
    assert errors(read) == []
    assert read.event == event
