import pytest

from matchmaker.errors import InputError, MatchmakerError, Problem, Severity
from matchmaker.messages import message


def problem(**place: str | int) -> Problem:
    what, remedy = message("{id} is twice.", id="a"), message("Delete one.")
    return Problem(Severity.ERROR, "twice", what, remedy, **place)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ({}, "a is twice. Delete one."),
        ({"file": "p.csv"}, "p.csv: a is twice. Delete one."),
        ({"file": "p.csv", "row": 3}, "p.csv, row 3: a is twice. Delete one."),
        (
            {"file": "p.csv", "row": 3, "column": "Id"},
            "p.csv, row 3, Id: a is twice. Delete one.",
        ),
        ({"file": "p.csv", "column": "Id"}, "p.csv, Id: a is twice. Delete one."),
    ],
)
def test_a_problem_reads_as_its_place_what_is_wrong_and_the_remedy(
    place: dict[str, str | int], line: str
) -> None:
    assert str(problem(**place)) == line


def test_an_input_error_holds_every_problem_and_reads_as_one_line_each() -> None:
    found = [problem(row=2), problem(row=5)]
    error = InputError(found)
    assert error.problems == tuple(found)
    assert str(error).splitlines() == [str(each) for each in found]


def test_an_input_error_is_an_error_that_the_user_can_mend() -> None:
    with pytest.raises(MatchmakerError, match="a is twice"):
        raise InputError([problem()])
