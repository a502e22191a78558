"""`matchmaker print` after a change, and before the run."""

import json
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest
from icalendar import Calendar

from matchmaker.formats import timetable_from_json, to_json
from matchmaker.people import Participant
from tests.web.test_cli import SMALL
from web.cli import main
from web.commands import output_folder


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C")
        patch.setattr("sys.argv", ["matchmaker", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
    code = ended.value.code
    return (code if isinstance(code, int) else 0), capsys.readouterr().out


@pytest.fixture
def folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Path]:
    """Return an output folder with its documents, and one in which a meeting was dropped."""
    old, new = tmp_path / "old", tmp_path / "new"
    call(capsys, "solve", SMALL, "-o", str(old), "--time-limit", "5")
    call(capsys, "print", str(old), "--only", "calendars")
    output = output_folder.read(old)
    kept = output.timetable.model_copy(update={"meetings": output.timetable.meetings[1:]})
    assert output.certificate is not None
    output_folder.write(new, output.event, kept, output.certificate)
    return old, new


def dropped(folders: tuple[Path, Path]) -> set[str]:
    timetable = timetable_from_json((folders[0] / output_folder.TIMETABLE).read_text())
    return set(timetable.meetings[0].participants)


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}


def test_only_what_changed_is_printed_again(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    code, out = call(capsys, "print", str(new), "--since", str(old), "--json")
    answer = json.loads(out)
    people = output_folder.read(new).event.participant_by_id
    assert code == 0
    assert set(answer["participants"]) == dropped(folders)
    assert answer["meetings"] == {"added": 0, "dropped": 1, "moved": 0, "interpreted": 0}
    assert set(answer["changed"]["agendas.pdf"]) == {people[p].name for p in dropped(folders)}
    written = names_in(new / "reprint")
    assert {f"calendars/{each}.ics" for each in dropped(folders)} == {
        name for name in written if name.endswith(".ics")
    }
    assert {f"reprint/{name}" for name in written} == set(answer["files"])


def test_calendars_count_on_from_those_that_were_sent(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    call(capsys, "print", str(new), "--since", str(old))
    name = f"calendars/{min(dropped(folders))}.ics"
    assert b"STATUS:CANCELLED" in (new / name).read_bytes()
    assert (new / name).read_bytes() == (new / "reprint" / name).read_bytes()
    call(capsys, "print", str(old), "--since", str(new), "--only", "calendars")
    again = (old / name).read_bytes()
    assert b"STATUS:CANCELLED" not in again
    assert b"SEQUENCE:2" in again


def test_the_answer_says_how_many_and_which(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    _, out = call(capsys, "print", str(new), "--since", str(old), "--only", "agendas,workshops")
    people = output_folder.read(new).event.participants
    assert "Meetings added: 0, dropped: 1, moved: 0." in out
    assert f"agendas.pdf  2 / {len(people)}: " in out
    assert "workshops.pdf" not in out


def test_nothing_is_left_of_an_earlier_reprint(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    call(capsys, "print", str(new), "--since", str(old))
    (new / "reprint" / "notes.txt").write_text("mine")
    code, out = call(capsys, "print", str(new), "--since", str(new))
    assert code == 0
    assert "Files to print again in" in out
    assert names_in(new / "reprint") == {"notes.txt"}


def leave(folder: Path) -> Participant:
    """Take the last participant out of the output in `folder`, and return them."""
    output = output_folder.read(folder)
    last = output.event.participants[-1]
    event = output.event.model_copy(
        update={
            "participants": output.event.participants[:-1],
            "wishes": tuple(
                each for each in output.event.wishes if last.id not in (each.wisher, each.wished)
            ),
        }
    )
    meetings = [each for each in output.timetable.meetings if last.id not in each.participants]
    seats = [each for each in output.timetable.attendances if each.participant != last.id]
    timetable = output.timetable.model_copy(
        update={"meetings": tuple(meetings), "attendances": tuple(seats)}
    )
    (folder / output_folder.EVENT).write_text(to_json(event))
    (folder / output_folder.TIMETABLE).write_text(to_json(timetable))
    return last


def appointments(file: Path) -> list[Any]:
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def test_who_comes_no_more_is_said(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    last = leave(new)
    _, out = call(capsys, "print", str(new), "--since", str(old), "--only", "agendas")
    assert f"take back: {last.name}" in out


def test_who_comes_no_more_gets_a_calendar_that_cancels_theirs(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    name = f"calendars/{leave(new).id}.ics"
    _, out = call(capsys, "print", str(new), "--since", str(old), "--only", "calendars", "--json")
    assert f"reprint/{name}" in json.loads(out)["files"]
    before, after = appointments(old / name), appointments(new / "reprint" / name)
    assert before
    assert [each["UID"] for each in after] == [each["UID"] for each in before]
    assert {(str(each["STATUS"]), each["SEQUENCE"]) for each in after} == {("CANCELLED", 1)}


def test_who_comes_back_after_several_changes_finds_everything_again_and_newer(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    again, back = tmp_path / "again", tmp_path / "back"
    copytree(old, back)
    rmtree(back / "calendars")
    name = f"calendars/{leave(new).id}.ics"
    copytree(new, again)
    for after, before in ((new, old), (again, new), (back, again)):
        call(capsys, "print", str(after), "--since", str(before), "--only", "calendars")
    assert not (again / "reprint" / name).exists()
    found = appointments(back / "reprint" / name)
    assert len(found) == len(appointments(old / name))
    assert {(str(each["STATUS"]), each["SEQUENCE"]) for each in found} == {("CONFIRMED", 2)}


def test_printing_everything_leaves_calendars_that_still_hold_as_they_are(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    call(capsys, "print", str(new), "--since", str(old), "--only", "calendars")
    before = {file.name: file.read_bytes() for file in (new / "calendars").iterdir()}
    assert any(b"STATUS:CANCELLED" in each for each in before.values())
    call(capsys, "print", str(new), "--only", "calendars")
    assert {file.name: file.read_bytes() for file in (new / "calendars").iterdir()} == before


def test_calendars_of_another_timetable_begin_anew(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    timetable = (new / output_folder.TIMETABLE).read_text()
    (old / output_folder.TIMETABLE).write_text(timetable)
    call(capsys, "print", str(old), "--only", "calendars")
    for file in (old / "calendars").iterdir():
        assert {each["SEQUENCE"] for each in appointments(file)} <= {0}
        assert b"STATUS:CANCELLED" not in file.read_bytes()


def test_the_earlier_folder_must_hold_a_timetable(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = call(capsys, "print", str(folders[1]), "--since", str(tmp_path / "nowhere"))
    assert code == 2


def test_the_proof_is_one_file(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = names_in(folders[0])
    code, out = call(capsys, "print", str(folders[0]), "--proof")
    assert code == 0
    assert "Proof sheet written: " in out
    assert names_in(folders[0]) - before == {"proof.pdf"}


def test_what_is_no_document_any_more_is_taken_away(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = folders
    call(capsys, "print", str(out), "--only", "desk-signs")
    assert "desk-signs.pdf" in names_in(out)
    event = output_folder.read(out).event
    people = [each.model_copy(update={"table": None}) for each in event.participants]
    without = event.model_copy(update={"participants": tuple(people)})
    (out / output_folder.EVENT).write_text(to_json(without))
    _, answer = call(capsys, "print", str(out), "--only", "desk-signs", "--json")
    assert json.loads(answer) == {"files": []}
    assert "desk-signs.pdf" not in names_in(out)
