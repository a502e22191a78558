"""`matchmaker why` over an event in which each kind of fix is to be had."""

import json
from pathlib import Path
from typing import Protocol

import pytest

from matchmaker.formats import to_json
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable
from tests import factories
from tests.factories import meeting, wish
from web.cli import main
from web.commands import output_folder

LOCK = "Lock this meeting and solve again: others move, and nothing is lost."


@pytest.fixture
def solved(tmp_path: Path) -> Path:
    """Return an output folder: b and c meet in the only slot in which a could meet b."""
    session = Session(id="s", workshop="w", slots=("2",), capacity=3, facilitators=("a",))
    event = factories.event(
        "abc",
        slots=factories.slots(2),
        workshops=[Workshop(id="w", title="W")],
        sessions=[session],
        wishes=[wish("a", "b", 8), wish("b", "c")],
    )
    output_folder.put(tmp_path, output_folder.EVENT, to_json(event).encode())
    timetable = Timetable(meetings=(meeting("b", "c"),))
    output_folder.put(tmp_path, output_folder.TIMETABLE, to_json(timetable).encode())
    return tmp_path


class Run(Protocol):
    def __call__(self, *arguments: str) -> tuple[int, str]: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("LC_ALL", "C")

    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["matchmaker", "why", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), capsys.readouterr().out

    return call


def test_the_reason_names_whom_it_would_displace_and_the_loss(run: Run, solved: Path) -> None:
    code, out = run(str(solved), "a", "--time-limit", "0")
    assert code == 0
    assert out.splitlines()[0] == "8. b (b)"
    assert "it would take the place of b–c: 9 of wish weight would be lost." in out
    assert "→" not in out


def test_a_fix_that_moves_others_is_told_with_how_many(run: Run, solved: Path) -> None:
    code, out = run(str(solved), "a")
    assert code == 0
    assert out.splitlines()[2:] == [f"   → {LOCK}", "     Other meetings that change: 1."]


@pytest.mark.parametrize(
    ("language", "fix", "moved"),
    [
        ("fr", "Verrouillez cette rencontre et recalculez", "Autres rencontres qui changent : 1."),
        ("nl", "Vergrendel dit gesprek en reken opnieuw", "Andere gesprekken die wijzigen: 1."),
    ],
)
def test_fixes_are_told_in_the_language_asked_for(
    run: Run, solved: Path, language: str, fix: str, moved: str
) -> None:
    _, out = run(str(solved), "a", "--lang", language)
    assert fix in out
    assert moved in out


def test_machines_get_reason_loss_and_fix(run: Run, solved: Path) -> None:
    _, out = run(str(solved), "a", "--json")
    [reason] = json.loads(out)["reasons"]
    assert (reason["obstacle"], reason["loss"], reason["moved"]) == ("displaces", 9, 1)
    assert reason["fix"] == [LOCK]
    assert [(each["participant_a"], each["slot"]) for each in reason["displaced"]] == [("b", "1")]


def test_whoever_meets_all_is_told_so(run: Run, solved: Path) -> None:
    assert run(str(solved), "b") == (0, "Every wish of b is met.\n")
