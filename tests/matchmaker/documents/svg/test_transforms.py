import pytest

from matchmaker.documents.svg.paths import BadPathError
from matchmaker.documents.svg.transforms import matrix, scale_of, transformed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (2, 3)),
        ("translate(10)", (12, 3)),
        ("translate(10,20)", (12, 23)),
        ("scale(2)", (4, 6)),
        ("scale(2 -1)", (4, -3)),
        ("rotate(90)", (-3, 2)),
        ("rotate(180 2 3)", (2, 3)),
        ("skewX(45)", (5, 3)),
        ("skewY(45)", (2, 5)),
        ("matrix(1 0 0 1 5 6)", (7, 9)),
        ("translate(10 0) scale(2)", (14, 6)),
        ("scale(2), translate(10 0)", (24, 6)),
    ],
)
def test_a_point_comes_to_lie_where_it_should(text: str, expected: tuple[float, float]) -> None:
    assert transformed(matrix(text), (2, 3)) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["turn(3)", "scale()", "matrix(1 2 3)", "translate(1 2 3) x"])
def test_what_is_no_transformation_raises(text: str) -> None:
    with pytest.raises(BadPathError):
        matrix(text)


def test_lengths_grow_by_the_scale() -> None:
    assert scale_of(matrix("scale(3) rotate(20)")) == pytest.approx(3)
