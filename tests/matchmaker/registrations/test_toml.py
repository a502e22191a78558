"""event.toml: lines, keys, and what is written."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from matchmaker.registrations.toml_lines import Lines
from matchmaker.registrations.toml_text import Settings, toml_text
from tests.matchmaker.registrations.files import EVENT, found, read

TEXT = """\
name = "Day"
slots = [{ id = "1" }]
[[rooms]] # the first
id = "a"

[[ rooms ]]
"id" = "b"
[columns.participants]
'Votre société' = "organisation"
"""


def test_places_are_lines() -> None:
    lines = Lines("event.toml", TEXT)
    rows = [
        lines.place("", None, "name").row,
        lines.place("slots", 0, "id").row,
        lines.place("rooms", 0, "id").row,
        lines.place("rooms", 1, "id").row,
        lines.place("rooms", 1, "name").row,
        lines.place("columns.participants", None, "Votre société").row,
        lines.place("", None, "venue").row,
    ]
    assert rows == [1, 2, 4, 7, 6, 9, None]


@pytest.mark.parametrize(
    ("wrong", "remedy"),
    [
        ("timezon = 'UTC'\n" + EVENT, "Did you mean timezone?"),
        (EVENT + "[rules]\ntimezone = 'UTC'\n", "Move it above the first line in square brackets."),
        (
            EVENT + "[rules]\nx = 1\n",
            "Use one of: same_organisation, already_met, "
            "without_common_language, trios, sessions_per_participant, cross_border_share.",
        ),
        (EVENT + "[[slot]]\nid = 3\n", "Did you mean slots?"),
        (EVENT + "[columns.wishes]\nWie = 'form'\n", "Did you mean from?"),
        (EVENT + "[columns.wish]\nWie = 'from'\n", "Did you mean wishes?"),
        ("rooms = 3\n" + EVENT, "Write each one under its own line [[rooms]]."),
    ],
)
def test_unknown_keys_are_mended(wrong: str, remedy: str, tmp_path: Path) -> None:
    registrations = read(tmp_path, event=wrong)
    assert registrations.event is None
    assert [str(each.remedy) for each in registrations.problems] == [remedy]


def test_a_tables_key_after_a_table_is_not_lost(tmp_path: Path) -> None:
    text = EVENT.replace("tables = 2\n", "") + "tables = 2\n"
    codes = [each[3] for each in found(read(tmp_path, event=text))]
    assert codes == ["no-tables", "unknown-key"]


def test_too_many_records_are_refused(tmp_path: Path) -> None:
    text = 'name = "x"\nslots = [' + "{}," * 5001 + "]\n"
    assert found(read(tmp_path, event=text)) == [("event.toml", None, "", "too-large")]


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    text = f"name = {'[' * 100_000}"
    assert found(read(tmp_path, event=text))[0][3] == "bad-toml"


def test_what_is_written_is_toml() -> None:
    content: dict[str, Any] = {
        "name": {"fr": 'a "b" \\ \n\x7f', "": "é"},
        "tables": [],
        "slots": [{"id": "1", "start": datetime(2027, 3, 18, 13, 30), "x": [1.5, True]}],
        "rules": Settings({"a b": 1}),
        "last": "=",
    }
    assert tomllib.loads(toml_text(content)) == content
