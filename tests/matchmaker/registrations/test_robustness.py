"""Whatever stands in the files, reading gives an event or errors, and never raises."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.errors import Severity
from matchmaker.registrations.codes import ERRORS, WARNINGS
from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.reader import Registrations, read_event
from matchmaker.registrations.toml_text import Settings, toml_text
from tests.matchmaker.registrations.files import read, xlsx

THOROUGH = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
WORD = st.sampled_from(
    [
        "",
        "1",
        "2",
        "ann",
        "ben",
        "Acme",
        "fr",
        "nl|",
        "x@y.be",
        "never",
        "=1",
        "-",
        "|",
        "\\",
        "'",
        "2027-03-18 13:30",
        "13:42",
        "FR",
        "#N/A",
        "1e9",
        "oui",
        "é",
        "\x0b",
        "a" * 2000,
    ]
)
VALUE: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        WORD,
        st.integers(-3, 10**30),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
        st.just(datetime(2027, 3, 18, 13, 30)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["fr", "nl", "", "x"]), inner, max_size=2),
    ),
    max_leaves=4,
)


def check(registrations: Registrations) -> None:
    errors = [each for each in registrations.problems if each.severity is Severity.ERROR]
    assert (registrations.event is None) == bool(errors)
    for problem in registrations.problems:
        assert problem.code in (*ERRORS, *WARNINGS)
        assert str(problem)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for field in TABLES["event"]:
        if draw(st.booleans()):
            content[field.name] = draw(VALUE)
    for name, fields in TABLES.items():
        if name != "event" and draw(st.booleans()):
            record = st.fixed_dictionaries({}, optional={each.name: VALUE for each in fields})
            content[name] = draw(
                st.one_of(st.lists(record, max_size=3), record.map(Settings), VALUE)
            )
    return content


@THOROUGH
@given(tables())
def test_any_toml(content: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as path:
        check(read(Path(path), event=toml_text(content)))


@st.composite
def sheets(draw: st.DrawFn, value: st.SearchStrategy[Any]) -> dict[str, list[list[Any]]]:
    found = {}
    for name, fields in TABLES.items():
        header = draw(st.permutations([each.name for each in fields]))
        rows = st.lists(st.lists(value, max_size=len(header) + 1), max_size=4)
        found[name] = [header[: draw(st.integers(1, len(header)))], *draw(rows)]
    return found


@THOROUGH
@given(sheets(WORD))
def test_any_rows(content: dict[str, list[list[str]]]) -> None:
    def text(rows: list[list[str]]) -> str:
        return "\n".join(";".join(row) for row in rows)

    with tempfile.TemporaryDirectory() as path:
        check(
            read(
                Path(path),
                participants=text(content["participants"]),
                wishes=text(content["wishes"]),
            )
        )


@settings(THOROUGH, max_examples=30)
@given(sheets(st.one_of(WORD, st.integers(-3, 10**12), st.floats(-1e9, 1e9), st.booleans())))
def test_any_workbook(content: dict[str, list[list[Any]]]) -> None:
    with tempfile.TemporaryDirectory() as path:
        file = Path(path) / "event.xlsx"
        file.write_bytes(xlsx(**content))
        check(read_event(file))


@THOROUGH
@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as path:
        check(read(Path(path), event=content, participants=content, wishes=content))
        check(read(Path(path), participants_xlsx=content, wishes_xlsx=b"PK\x03\x04" + content))
