import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from typing import Protocol

import pytest
from pypdf import PdfReader

from matchmaker.formats import timetable_from_json, to_json
from matchmaker.rules.checker import RULES, violations
from web.cli import main
from web.commands import output_folder
from web.commands import solve as solving
from web.commands.console import usual_language
from web.commands.events import sample_event_folder

FIXTURES = Path(__file__).parents[2] / "fixtures"
SMALL, INFEASIBLE, MESSY = (str(FIXTURES / name) for name in ("small", "infeasible", "messy"))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


class Run(Protocol):
    def __call__(self, *arguments: str, with_errors: bool = False) -> tuple[int, str]: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str, with_errors: bool = False) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["matchmaker", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        said = capsys.readouterr()
        return (code if isinstance(code, int) else 0), said.out + said.err * with_errors

    return call


@pytest.fixture
def solved(run: Run, tmp_path: Path) -> Path:
    assert run("solve", SMALL, "-o", str(tmp_path), "--time-limit", "5")[0] == 0
    return tmp_path


def test_check_accepts_a_sound_event(run: Run) -> None:
    assert run("check", SMALL) == (0, "No errors.\n")


def test_check_reports_every_problem_of_a_messy_import(run: Run) -> None:
    code, out = run("check", MESSY, "--json")
    found = json.loads(out)["problems"]
    assert code == 2
    assert len(found) > 10
    assert all(each["what"] and each["remedy"] for each in found)


def test_check_speaks_the_language_asked_for(run: Run) -> None:
    _, out = run("check", MESSY, "--language", "fr")
    assert "ligne 5" in out
    assert "erreur" in out


@pytest.mark.parametrize(
    ("language", "value", "gap"),
    [
        ("fr", "143,5", "0,00\N{NO-BREAK SPACE}%"),
        ("nl", "143,5", "0,00\N{NO-BREAK SPACE}%"),
        ("en", "143.5", "0.00%"),
    ],
)
def test_figures_are_written_as_in_the_language(
    run: Run, tmp_path: Path, language: str, value: str, gap: str
) -> None:
    _, out = run("solve", SMALL, "-o", str(tmp_path), "--language", language)
    assert value in out
    assert gap in out


def test_solve_writes_what_the_contract_names(solved: Path) -> None:
    assert sorted(path.name for path in solved.iterdir()) == [
        "attendances.csv",
        "certificate.json",
        "event.json",
        "meetings.csv",
        "timetable.json",
    ]
    with (solved / "meetings.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        "slot",
        "table",
        "participant_a",
        "participant_b",
        "interpreter",
        "value",
        "guest",
    ]
    certificate = json.loads((solved / "certificate.json").read_text())
    assert certificate["meetings"] == len(rows)
    assert certificate["status"] == "optimal"


def test_check_confirms_a_solved_event(run: Run, solved: Path) -> None:
    code, out = run("check", str(solved))
    assert code == 0
    assert f"keep all {len(RULES)} rules" in out


def test_check_refuses_a_timetable_that_breaks_a_rule(run: Run, solved: Path) -> None:
    path = solved / output_folder.TIMETABLE
    timetable = timetable_from_json(path.read_text())
    first = timetable.meetings[0]
    worse = timetable.model_copy(update={"meetings": (*timetable.meetings, first)})
    path.write_text(to_json(worse))
    code, out = run("check", str(solved), "--json")
    broken = {each["rule"] for each in json.loads(out)["violations"]}
    assert code == 1
    assert {"meet_once", "one_meeting_per_table", "one_engagement_per_slot"} <= broken


def test_check_sees_a_list_of_meetings_that_was_changed_by_hand(run: Run, solved: Path) -> None:
    path = solved / "meetings.csv"
    path.write_text("\n".join(path.read_text().splitlines()[:-1]))
    code, out = run("check", str(solved))
    assert code == 1
    assert "meetings.csv and timetable.json disagree" in out


def test_solve_answers_machines_in_json(run: Run, tmp_path: Path) -> None:
    code, out = run("solve", SMALL, "-o", str(tmp_path), "--json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["value"], answer["bound"], answer["wishes_met"]) == (143.5, 143.5, 13)


def test_minimums_out_of_reach_leave_with_code_1_and_name_who(run: Run, tmp_path: Path) -> None:
    code, out = run("solve", INFEASIBLE, "-o", str(tmp_path))
    assert code == 1
    assert "Hugo Lesage has 2 free slots for a minimum of 3 meetings." in out
    assert "Veerle Dewulf can meet 1 people" in out
    assert (tmp_path / "meetings.csv").is_file()


def test_solve_refuses_an_event_with_errors_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out"
    code, _ = run("solve", MESSY, "-o", str(target))
    assert code == 2
    assert not target.exists()


def test_a_hint_keeps_the_timetable(run: Run, solved: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert run("solve", SMALL, "-o", str(again), "--hint", str(solved))[0] == 0
    one, other = (
        timetable_from_json((folder / output_folder.TIMETABLE).read_text())
        for folder in (solved, again)
    )
    assert {(m.pair, m.slot) for m in one.meetings} == {(m.pair, m.slot) for m in other.meetings}


def test_print_writes_every_document(run: Run, solved: Path) -> None:
    assert run("print", str(solved))[0] == 0
    names = {path.relative_to(solved).as_posix() for path in solved.rglob("*.*")}
    people = output_folder.read(solved).event.participants
    assert {"agendas.pdf", "badges.pdf", "table-plan.pdf", "workshops.pdf"} <= names
    assert len([name for name in names if name.endswith(".ics")]) == len(people)
    assert not [name for name in names if name.endswith(".part")]


def test_print_can_be_limited_to_kinds(run: Run, solved: Path) -> None:
    code, out = run("print", str(solved), "--only", "badges,agendas", "--lang", "nl", "--json")
    assert code == 0
    assert sorted(json.loads(out)["files"]) == ["agendas.pdf", "badges.pdf"]


def test_print_chooses_the_paper(run: Run, solved: Path) -> None:
    forms = ("--form", "agendas=a5", "--form", "badges=a6", "--form", "table-cards=a4")
    code, _ = run("print", str(solved), "--only", "agendas,badges,table-cards", *forms)
    assert code == 0
    sizes = {
        name: [
            round(float(each) * 25.4 / 72) for each in PdfReader(solved / name).pages[0].mediabox
        ]
        for name in ("agendas.pdf", "badges.pdf", "table-cards.pdf")
    }
    assert sizes["agendas.pdf"] == [0, 0, 148, 210]
    assert sizes["badges.pdf"] == sizes["table-cards.pdf"] == [0, 0, 210, 297]


@pytest.mark.parametrize("form", ["agendas=a3", "agendas", "posters=a4", "=a4"])
def test_print_names_the_forms_it_knows(run: Run, solved: Path, form: str) -> None:
    code, said = run("print", str(solved), "--form", form, with_errors=True)
    assert code == 2
    assert "badges=86x54" in said


def test_colours_and_logos_go_along_with_the_results(run: Run, tmp_path: Path) -> None:
    event, out = tmp_path / "event", tmp_path / "out"
    copytree(SMALL, event)
    (event / "branding").mkdir()
    (event / "branding" / "colours.toml").write_text('first = "#800020"')
    assert run("solve", str(event), "-o", str(out), "--time-limit", "5")[0] == 0
    assert (out / "branding" / "colours.toml").read_text() == 'first = "#800020"'
    (out / "branding" / "organiser.png").write_text("no picture")
    code, said = run("print", str(out), "--only", "badges", with_errors=True)
    assert code == 2
    assert "organiser.png" in said


def test_print_names_the_kinds_it_knows(run: Run, solved: Path) -> None:
    assert run("print", str(solved), "--only", "posters")[0] == 2


def test_print_refuses_a_folder_that_holds_no_timetable(run: Run, tmp_path: Path) -> None:
    code, out = run("print", str(tmp_path))
    assert code == 2
    assert "holds no event.json and timetable.json." in out


def test_a_damaged_timetable_is_an_input_error(run: Run, solved: Path) -> None:
    (solved / output_folder.TIMETABLE).write_text("{")
    code, out = run("check", str(solved))
    assert code == 2
    assert "timetable.json" in out


@pytest.mark.parametrize(
    "content", ["slot;table;participant_a\n1;1;anne\n", "slot\n1,2,3\n", "slot,table\n1\n", ""]
)
def test_check_bears_a_list_of_meetings_that_a_spreadsheet_rewrote(
    run: Run, solved: Path, content: str
) -> None:
    (solved / "meetings.csv").write_text(content)
    assert run("check", str(solved))[0] == 1


def test_check_compares_guests_where_the_list_has_them(run: Run, solved: Path) -> None:
    path = solved / "meetings.csv"
    head, first, *others = path.read_text().splitlines()
    path.write_text("\n".join([head, f"{first}somebody", *others]))
    _, out = run("check", str(solved), "--json")
    astray = json.loads(out)["rows_astray"]
    assert [each.endswith(" somebody") for each in astray] == [False, True]
    without = [row.rpartition(",")[0] for row in (head, first, *others)]
    path.write_text("\n".join(without))
    assert run("check", str(solved))[0] == 0


def test_a_file_that_is_no_text_is_an_input_error(run: Run, solved: Path) -> None:
    (solved / output_folder.EVENT).write_bytes(b"\xff\xfe\x00")
    code, out = run("why", str(solved), "anybody")
    assert code == 2
    assert "event.json: error" in out
    assert "cannot be read as text" in out


def test_the_sample_event_is_there() -> None:
    assert (sample_event_folder() / "event.toml").is_file()


@pytest.mark.parametrize(
    ("value", "language"), [("fr_BE.UTF-8", "fr"), ("nl_BE", "nl"), ("C", "en"), ("de_DE", "en")]
)
def test_the_language_is_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, value: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", value)
    assert usual_language() == language


def test_every_command_is_in_the_help(run: Run) -> None:
    code, out = run("--help")
    assert code == 0
    assert [name for name in ("demo", "check", "solve", "print", "serve") if name not in out] == []


@pytest.mark.parametrize("name", ["event.json", "timetable.json", "certificate.json"])
def test_why_names_a_damaged_file_in_the_language_asked_for(
    run: Run, solved: Path, name: str
) -> None:
    (solved / name).write_text('{"slots": 3', encoding="utf-8")
    code, out = run("why", str(solved), "P01", "--lang", "fr")
    assert code == 2
    assert f"{name}, ligne 1" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", SMALL, "--language", "de"),
        ("check", SMALL, "--lang", "xx"),
        ("print", SMALL, "--lang", "de"),
        ("print", SMALL, "--language", "de"),
        ("why", SMALL, "anybody", "--lang", "francais"),
    ],
)
def test_an_unknown_language_is_refused_with_the_known_ones(
    run: Run, arguments: tuple[str, ...]
) -> None:
    code, said = run(*arguments, with_errors=True)
    assert code == 2
    unframed = " ".join(said.replace("│", " ").split())
    assert f"Unknown language {arguments[-1]}; known are: fr, nl, en." in unframed


def test_a_language_may_be_written_in_capitals(run: Run) -> None:
    assert run("check", SMALL, "--lang", "NL") == (0, "Geen fouten.\n")


@pytest.mark.parametrize(
    "arguments", [("check",), ("print",), ("why", "anybody"), ("solve", "-o", "out")]
)
def test_a_path_that_is_not_there_is_called_so(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    command, *more = arguments
    code, said = run(command, str(tmp_path / "nowhere"), *more)
    assert code == 2
    assert "There is no such file or folder." in said


def test_solve_tells_that_nothing_can_be_written_before_it_solves(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def solved(*_: object) -> None:
        pytest.fail("the engine has begun")

    monkeypatch.setattr("web.commands.solve.run_engine", solved)
    (tmp_path / "file").write_text("in the way")
    for target in (tmp_path / "file", tmp_path / "file" / "below"):
        code, said = run("solve", SMALL, "-o", str(target), with_errors=True)
        assert code == 2
        assert "Nothing can be written into" in said


def test_writing_is_tried_without_leaving_a_trace(tmp_path: Path) -> None:
    output_folder.prepare(tmp_path / "new")
    assert list(tmp_path.rglob("*")) == [tmp_path / "new"]


@pytest.mark.parametrize("command", ["why", "print", "solve"])
def test_a_timetable_of_another_event_is_refused(
    run: Run, solved: Path, tmp_path: Path, command: str
) -> None:
    path = solved / output_folder.TIMETABLE
    path.write_text(path.read_text().replace("jan-deprez", "nobody"))
    more = {"why": ["lea-mathieu"], "print": [], "solve": ["--hint", str(solved)]}[command]
    source = [SMALL, "-o", str(tmp_path / "again")] if command == "solve" else [str(solved)]
    code, said = run(command, *source, *more)
    assert code == 2
    assert "timetable.json: error" in said
    assert "event.json does not know what is named here: nobody." in said


def test_check_still_names_every_unknown_id(run: Run, solved: Path) -> None:
    path = solved / output_folder.TIMETABLE
    path.write_text(path.read_text().replace("jan-deprez", "nobody"))
    code, said = run("check", str(solved))
    assert code == 1
    assert "known: there is no participant nobody in this event" in said


def test_a_hint_of_another_event_is_refused(run: Run, solved: Path, tmp_path: Path) -> None:
    code, said = run(
        "solve",
        INFEASIBLE,
        "-o",
        str(tmp_path / "again"),
        "--hint",
        str(solved),
        with_errors=True,
    )
    assert code == 2
    assert "is of another event" in said
    assert not (tmp_path / "again").exists()


def test_a_reproducible_run_gives_the_same_timetable_twice(run: Run, tmp_path: Path) -> None:
    outs = [tmp_path / "one", tmp_path / "other"]
    for out in outs:
        assert run("solve", SMALL, "-o", str(out), "--reproducible", "--seed", "4")[0] == 0
    one, other = ((out / "timetable.json").read_bytes() for out in outs)
    assert one == other


def test_an_interrupted_run_writes_the_best_so_far(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def at_once() -> Iterator[Callable[[], bool]]:
        yield lambda: True

    monkeypatch.setattr(solving, "interruptible", at_once)
    run("solve", SMALL, "-o", str(tmp_path), "--time-limit", "600")
    output = output_folder.read(tmp_path)
    assert {each.rule for each in violations(output.event, output.timetable)} <= {"min_meetings"}
