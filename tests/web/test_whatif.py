import json
import signal
from pathlib import Path
from typing import Any, Protocol
from xml.etree import ElementTree as Xml

import pytest
from PIL import Image

from matchmaker.event import Event
from matchmaker.formats import to_json
from matchmaker.locks import MeetingLock
from matchmaker.people import Interpreter
from matchmaker.registrations.reader import read_event
from solver.result import Result
from solver.solve import solve
from tests import factories
from tests.factories import person, wish
from web.cli import main
from web.commands.whatif import INTERRUPTED

SMALL = str(Path(__file__).parents[2] / "fixtures" / "small")
QUICK = ("--time-limit", "0.5")


class Run(Protocol):
    def __call__(self, *arguments: str) -> tuple[int, str, str]: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["matchmaker", "whatif", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return call


def texts(path: Path) -> list[str | None]:
    space = "{http://www.w3.org/2000/svg}"
    return [each.text for each in Xml.fromstring(path.read_bytes()).iter(f"{space}text")]


def test_a_table_shows_wishes_against_tables(run: Run) -> None:
    code, out, err = run(SMALL, "--tables", "1..4", *QUICK)
    lines = out.splitlines()
    assert code == 0
    assert lines[0].split()[:3] == ["tables", "wishes", "met"]
    assert [line.split()[0] for line in lines[1:5]] == ["1", "2", "3*", "4"]
    assert lines[3].split()[:5] == ["3*", "13", "+4", "143.5", "143.5"]
    assert "  tables: from 3 on, nothing more is gained." in lines
    assert "* as planned" in lines
    assert err.splitlines()[-1] == "tables 4: wishes met 13"


def test_charts_are_written_as_svg_and_png(run: Run, tmp_path: Path) -> None:
    assert run(SMALL, "--tables", "2..4", *QUICK)[0] == 0
    assert sorted(each.name for each in (tmp_path / "whatif").iterdir()) == [
        "whatif.png",
        "whatif.svg",
    ]
    said = texts(tmp_path / "whatif" / "whatif.svg")
    assert {"2", "3", "4", "13", "as planned", "proven bound"} <= set(said)
    with Image.open(tmp_path / "whatif" / "whatif.png") as picture:
        assert picture.size[0] > 1000


def test_two_resources_give_a_grid_and_its_chart(run: Run, tmp_path: Path) -> None:
    arguments = ("--tables", "2..3", "--interpreters", "fr-nl:0..1", "--out", "charts")
    code, out, _ = run(SMALL, *arguments, *QUICK)
    assert code == 0
    assert "tables ↓ interpreters FR–NL →" in out
    assert "13" in texts(tmp_path / "charts" / "whatif-grid.svg")
    assert (tmp_path / "charts" / "whatif-grid.png").is_file()


@pytest.mark.parametrize(
    ("language", "words", "on_chart"),
    [
        (
            "fr",
            "tables : à partir de 3, il n’y a plus rien à gagner.",
            "Souhaits satisfaits, sur 14",
        ),
        ("nl", "tafels: vanaf 3 valt er niets meer te winnen.", "Vervulde wensen, van 14"),
    ],
)
def test_table_and_chart_speak_the_language_asked_for(
    run: Run, tmp_path: Path, language: str, words: str, on_chart: str
) -> None:
    _, out, _ = run(SMALL, "--tables", "3..4", "--lang", language, *QUICK)
    assert words in out
    assert "143,5" in out
    assert on_chart in texts(tmp_path / "whatif" / "whatif.svg")


def test_machines_get_every_case(run: Run) -> None:
    code, out, err = run(SMALL, "--tables", "3..4", "--slots", "3", *QUICK, "--json")
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert [each["kind"] for each in answer["resources"]] == ["tables", "slots"]
    assert answer["resources"][0]["now"] == 3
    assert {tuple(each["amounts"]) for each in answer["cases"]} >= {(3, 4), (4, 4), (3, 3)}
    assert all(each["value"] <= each["bound"] for each in answer["cases"])
    assert answer["is_complete"]
    assert answer["impossible"] == []


def test_what_is_lost_with_dropped_slots_is_said(run: Run) -> None:
    code, out, _ = run(SMALL, "--slots", "1..2", *QUICK)
    lost = [line for line in out.splitlines() if "is left out with its slots" in line]
    assert code == 0
    assert lost
    assert all(line.startswith("  slots ") for line in lost)


def test_every_fault_of_the_ranges_is_told_and_nothing_is_solved(run: Run, tmp_path: Path) -> None:
    code, out, err = run(SMALL, "--tables", "4..x", "--slots", "0", "--interpreters", "fr-de:1")
    assert (code, out) == (2, "")
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "--tables 4..x",
        "--interpreters fr-de",
        "--slots 0",
    ]
    assert not (tmp_path / "whatif").exists()


def test_faults_are_told_in_the_language_asked_for(run: Run) -> None:
    assert "Indiquez ce qui doit varier" in run(SMALL, "--lang", "fr")[2]


def test_ctrl_c_shows_what_is_known_so_far(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(event: Event, *arguments: Any, **options: Any) -> Result:
        if len(event.tables) == 4:
            signal.raise_signal(signal.SIGINT)
        return solve(event, *arguments, **options)

    monkeypatch.setattr("solver.whatif.solve", interrupted)
    code, out, _ = run(SMALL, "--tables", "2..6", *QUICK)
    assert code == INTERRUPTED
    assert [line.split()[0] for line in out.splitlines()[1:3]] == ["2", "3*"]
    assert "Stopped: 2 of 5 cases are known." in out
    assert (tmp_path / "whatif" / "whatif.svg").is_file()


def test_the_sample_says_three_tables() -> None:
    event = read_event(Path(SMALL)).event
    assert event is not None
    assert len(event.tables) == 3


def test_cases_that_no_timetable_can_keep_the_rules_of_are_named_with_why(
    run: Run, tmp_path: Path
) -> None:
    people = [person("a", languages=("fr",)), person("b", languages=("nl",))]
    event = factories.event(
        people,
        wishes=[wish("a", "b")],
        interpreters=[Interpreter(id="i", name="I", languages=("fr", "nl"))],
        locked_meetings=[MeetingLock(participant_a="a", participant_b="b")],
    )
    (tmp_path / "event.json").write_text(to_json(event))
    code, out, _ = run("event.json", "--interpreters", "fr-nl:0..1", *QUICK)
    assert code == 0
    assert (
        "No timetable keeps every rule with interpreters FR–NL 0: a & b have no common language "
        "and no interpreter for theirs."
    ) in out
