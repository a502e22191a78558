import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.chapters import Chapter, volume, write_bound
from matchmaker.documents.folder import DOCUMENTS, Order, file_names, files, written
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import BODY, PORTRAIT
from matchmaker.documents.wording import Paper
from matchmaker.timetable import Timetable
from tests import factories
from tests.matchmaker.documents.sample import food_day, plan, with_a_desk

EVENT = with_a_desk(food_day(12))
TIMETABLE = plan(EVENT)
ROOT = Path(__file__).parents[3]
DIGEST = "from tests.matchmaker.documents.test_folder import digest; print(digest())"


def digest() -> str:
    """Return a digest of all documents of a day."""
    found = sha256()
    for name, content in files(EVENT, TIMETABLE):
        found.update(name.encode() + content)
    return found.hexdigest()


def test_every_kind_of_document_is_made() -> None:
    found = dict(files(EVENT, TIMETABLE))
    single = {each.file for each in DOCUMENTS.values() if "{}" not in each.file}
    each_their_own = {f"calendars/{each.id}.ics" for each in EVENT.participants}
    assert set(found) == single | each_their_own
    assert all(found.values())


def test_a_document_with_nothing_in_it_is_no_file() -> None:
    event = factories.event(["Ann", "Bob"], slots=factories.slots(1))
    timetable = Timetable(meetings=(factories.meeting("Ann", "Bob"),))
    made = [name for name, _ in files(event, timetable)]
    kinds = ("desk-signs", "interpreters", "workshops", "facilitators", "synthesis", "standby")
    left_out = {f"{kind}.pdf" for kind in kinds}
    assert {each.file for each in DOCUMENTS.values()} - set(made) == {*left_out, "calendars/{}.ics"}
    assert [name for name, _ in written(Order(event, timetable))] == made


def test_what_is_written_into_files_is_what_is_returned() -> None:
    poured = {}
    for name, write in written(Order(EVENT, TIMETABLE)):
        stream = BytesIO()
        write(stream)
        poured[name] = stream.getvalue()
    made = dict(files(EVENT, TIMETABLE))
    assert list(poured) == list(made)
    assert poured == made


def test_pages_are_written_as_they_are_drawn() -> None:
    stream = BytesIO()
    reached = []

    def draw(sheet: Sheet) -> None:
        sheet.write("text", 60, 100, BODY, 200)

    def chapters() -> Iterator[Chapter]:
        for number in range(40):
            yield Chapter(str(number), "a", (Page(draw, PORTRAIT, outline="a"),))
            reached.append(stream.tell())

    write_bound(stream, volume(EVENT, Paper(["fr"]), "Liste", chapters()))
    assert reached == sorted(set(reached))
    assert reached[-1] - reached[0] > 38 * 100


def test_only_what_is_asked_for_is_made() -> None:
    found = [name for name, _ in files(EVENT, TIMETABLE, only=["badges", "meetings"])]
    assert found == ["badges.pdf", "meetings.csv"]


def test_documents_are_made_as_they_are_asked_for() -> None:
    assert next(files(EVENT, TIMETABLE))[0] == "agendas.pdf"


def test_an_unknown_kind_raises_at_once() -> None:
    with pytest.raises(KeyError):
        files(EVENT, TIMETABLE, only=["posters"])


@pytest.mark.parametrize("seed", ["1", "2"])
def test_equal_input_gives_equal_bytes_in_another_process(seed: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", DIGEST],
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == digest()


ids = st.text(min_size=1, max_size=130)


@given(st.lists(ids | st.sampled_from(["../a", "CON", "a", "A", ".", "..", "a/b"]), unique=True))
def test_file_names_are_safe_and_tell_people_apart_on_every_system(people: list[str]) -> None:
    names = file_names(people)
    assert len({each.casefold() for each in names.values()}) == len(people)
    for each in names.values():
        assert PurePosixPath(each).name == PureWindowsPath(each).name == each
        assert not PureWindowsPath(f"{each}.ics").is_reserved()
        assert each.isascii()
        assert len(each) < 100


def test_a_usual_id_is_its_own_file_name() -> None:
    assert file_names(["P01", "vanhoutte-a"]) == {"P01": "P01", "vanhoutte-a": "vanhoutte-a"}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_chapter_and_every_file_without_any_is_told_of(kind: str) -> None:
    order, ticks = Order(EVENT, TIMETABLE), 0

    def tick() -> None:
        nonlocal ticks
        ticks += 1

    names = [name for name, write in written(order, [kind], tick) if write(BytesIO()) or name]
    make = DOCUMENTS[kind].volume
    assert ticks == (len(names) if make is None else len(list(make(order).chapters)))
