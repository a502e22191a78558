import json
from pathlib import Path
from typing import Protocol

import pytest

from tests.solver.published.files import TINY
from web.cli import main


class Run(Protocol):
    def __call__(self, *arguments: str) -> tuple[int, str, str]: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setenv("LC_ALL", "C")
        monkeypatch.setattr("sys.argv", ["matchmaker", "bench", "b2b", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        return (code if isinstance(code, int) else 0), *capsys.readouterr()

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.dzn").write_text(TINY)
    (tmp_path / "a.dzn").write_text(TINY.replace("fixed = [0,0,0]", "fixed = [4,0,0]"))
    return tmp_path


def test_every_file_of_a_folder_is_a_line(run: Run, folder: Path) -> None:
    code, out, _ = run(str(folder))
    lines = [line.rsplit(",", 1)[0] for line in out.splitlines()]
    assert (code, lines) == (
        0,
        ["file,status,breaks,bound", "a.dzn,infeasible,,", "b.dzn,optimal,0,0"],
    )


def test_slots_are_written_where_a_plan_is_known(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(str(folder), "--out", str(out))[0] == 0
    assert [each.name for each in out.iterdir()] == ["b.csv"]
    assert (out / "b.csv").read_text() == "meeting,slot\n1,2\n2,4\n3,3\n"


def test_machines_get_one_object(run: Run, folder: Path) -> None:
    _, out, _ = run(str(folder / "b.dzn"), "--json")
    (answer,) = json.loads(out)["runs"]
    assert answer.pop("seconds") >= 0
    assert answer == {"file": "b.dzn", "status": "optimal", "breaks": 0, "bound": 0}


@pytest.mark.parametrize("name", ["missing.dzn", "empty.dzn"])
def test_what_cannot_be_read_is_bad_input(run: Run, folder: Path, name: str) -> None:
    (folder / "empty.dzn").write_text("")
    code, _, error = run(str(folder / name), "--language", "en")
    assert code == 2
    assert name in error
