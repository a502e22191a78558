import pytest

from matchmaker.documents.svg.paths import BadPathError, steps


def ends(data: str) -> list[tuple[float, float]]:
    return [each.points[-1] for each in steps(data) if each.points]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4", [(1, 2), (3, 4)]),
        ("m1 2 3 4", [(1, 2), (4, 6)]),
        ("M1,2,3,4,5,6", [(1, 2), (3, 4), (5, 6)]),
        ("M1 1h2v3H0V0", [(1, 1), (3, 1), (3, 4), (0, 4), (0, 0)]),
        ("M0 0l.5.5-1-1", [(0, 0), (0.5, 0.5), (-0.5, -0.5)]),
        ("M1e1 2E-1", [(10, 0.2)]),
        ("M0 0c1 1 2 2 3 3s1 1 2 2", [(0, 0), (3, 3), (5, 5)]),
        ("M0 0q1 1 2 0t2 0", [(0, 0), (2, 0), (4, 0)]),
        ("M1 1h2zl1 1", [(1, 1), (3, 1), (2, 2)]),
        ("M0 0a0 5 0 0 1 9 9", [(0, 0), (9, 9)]),
    ],
)
def test_letters_and_numbers_become_steps(data: str, expected: list[tuple[float, float]]) -> None:
    assert ends(data) == [pytest.approx(each) for each in expected]


def test_a_smooth_curve_begins_as_the_one_before_ends() -> None:
    first, second = steps("M0 0C0 0 8 4 10 5S20 0 20 0")[1:]
    assert (first.points[2], second.points[0]) == ((10, 5), (12, 6))


def test_flags_of_arcs_may_be_written_without_spaces() -> None:
    assert steps("M0 0a5 5 0 0110 0") == steps("M0 0 a 5 5 0 0 1 10 0")


@pytest.mark.parametrize("data", ["L1 1", "1 2", "M1", "M1 2X", "M0 0A1 1 0 2 1 1 1", "M0 0z1 1"])
def test_what_is_no_path_data_raises(data: str) -> None:
    with pytest.raises(BadPathError):
        steps(data)
