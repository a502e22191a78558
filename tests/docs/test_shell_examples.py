"""Every command that the documentation shows is run, and must answer what is shown.

A page is one story: its ```console blocks run in order in one empty folder that holds the
fixtures. `…` on a line of its own stands for any lines, within a line for any text. A comment
before a block says what else is to be known of it:

    <!-- not run: why -->           the block is only looked at
    <!-- exit code 2 -->            its last command leaves with this code, the others with 0
    <!-- figures vary -->           numbers need not be those that are shown
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, name_of, pages
from web.cli import main

BLOCK = re.compile(
    r"(?:^<!-- (?P<note>[^\n]*) -->\n)?^```console\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
PROGRAM = "matchmaker "


@dataclass(frozen=True)
class Example:
    """One command of a page with the answer that is shown."""

    command: str
    shown: str
    code: int
    figures_vary: bool


@dataclass(frozen=True)
class Answer:
    """What a command wrote, and the code it left with."""

    code: int
    out: str
    err: str


def examples(page: Path) -> list[Example]:
    found = []
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        note = block["note"] or ""
        if not note.startswith("not run: "):
            found += _examples_of(block["text"], note)
    return found


def _examples_of(text: str, note: str) -> list[Example]:
    assert text.startswith("$ "), text
    parts = [part.partition("\n") for part in text.removeprefix("$ ").split("\n$ ")]
    codes = [*[0] * (len(parts) - 1), int((re.findall(r"exit code (\d)", note) or ["0"])[0])]
    return [
        Example(command, shown, code, "figures vary" in note)
        for (command, _, shown), code in zip(parts, codes, strict=True)
    ]


Run = Callable[[str], Answer]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command line in a folder with the fixtures, for a reader of English."""
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in [each for each in os.environ if each.startswith("MATCHMAKER_")]:
        monkeypatch.delenv(name)

    def runs(command: str) -> Answer:
        assert command.startswith(PROGRAM), command
        monkeypatch.setattr(sys, "argv", shlex.split(command))
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return Answer(int(left.value.code or 0), said.out, said.err)

    return runs


@pytest.mark.parametrize("page", [each for each in pages() if examples(each)], ids=name_of)
def test_every_command_shown_answers_what_is_shown(page: Path, run: Run) -> None:
    for example in examples(page):
        answer = run(example.command)
        assert answer.code == example.code, f"{example.command}\n{answer.out}{answer.err}"
        _assert_shown(example, answer)


def _assert_shown(example: Example, answer: Answer) -> None:
    """Fail unless all that is shown is the whole answer, on paper or with what goes to errors."""
    pattern = _pattern(example.shown, example.figures_vary)
    for text in (answer.out, answer.out + answer.err):
        if re.fullmatch(pattern, _lines(text)):
            return
    assert (answer.out or answer.err) == example.shown, example.command


def _pattern(shown: str, figures_vary: bool) -> str:
    lines = (_line(each, figures_vary) for each in _lines(shown).splitlines())
    return "".join(lines)


def _line(line: str, figures_vary: bool) -> str:
    if line.strip() == "…":
        return r"(?:[^\n]*\n)*?"
    text = ".*".join(map(re.escape, line.split("…")))
    return (re.sub(r"\d+(?:\\?[.,]\d+)?", r"[\\d.,]+", text) if figures_vary else text) + "\n"


def _lines(text: str) -> str:
    """Return `text` with no blanks at the ends of its lines, and one line break after each."""
    return "".join(f"{each.rstrip()}\n" for each in text.splitlines())


def test_a_shown_answer_must_be_whole() -> None:
    shown = Example("matchmaker x", "one\n…\nlast … line\n", 0, figures_vary=False)
    _assert_shown(shown, Answer(0, "one\ntwo\nthree\nlast good line\n", ""))
    _assert_shown(shown, Answer(0, "one\n", "last bad line\n"))
    with pytest.raises(AssertionError):
        _assert_shown(shown, Answer(0, "one\nlast good line\nmore\n", ""))


def test_figures_may_vary_where_the_page_says_so() -> None:
    answer = Answer(0, "value  1948.5\n", "")
    _assert_shown(Example("matchmaker x", "value  12\n", 0, figures_vary=True), answer)
    with pytest.raises(AssertionError):
        _assert_shown(Example("matchmaker x", "value  12\n", 0, figures_vary=False), answer)


def test_the_notes_before_a_block_are_understood(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- not run: slow -->\n```console\n$ matchmaker demo\n```\n"
        "<!-- exit code 2 -->\n```console\n$ matchmaker check a\nbad\n$ matchmaker check b\n```\n"
        "```console\n$ matchmaker check c\n```\n",
        encoding="utf-8",
    )
    found = [(each.command, each.shown, each.code) for each in examples(page)]
    assert found == [
        ("matchmaker check a", "bad", 0),
        ("matchmaker check b", "", 2),
        ("matchmaker check c", "", 0),
    ]
