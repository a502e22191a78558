import math

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.documents.svg.arcs import arc

places = st.tuples(st.floats(-50, 50), st.floats(-50, 50))


@given(places, places, st.floats(1, 80), st.booleans(), st.booleans())
def test_an_arc_of_a_circle_ends_where_it_should_and_stays_on_one_circle(
    start: tuple[float, float],
    end: tuple[float, float],
    radius: float,
    is_left: bool,
    is_clockwise: bool,
) -> None:
    if math.dist(start, end) < 1:
        return
    curves = list(arc(start, end, (radius, radius), 0.3, is_left, is_clockwise))
    assert math.dist(curves[-1][2], end) < 1e-6 * (1 + radius)
    real = max(radius, math.dist(start, end) / 2)
    before = start
    for one, other, after in curves:
        middle = [
            (a + 3 * b + 3 * c + d) / 8
            for a, b, c, d in zip(before, one, other, after, strict=True)
        ]
        assert abs(_radius(before, (middle[0], middle[1]), after) - real) < 0.01 * real
        before = after


def _radius(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    """Return the radius of the circle through three points."""
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    return math.dist(a, b) * math.dist(b, c) * math.dist(c, a) / (4 * area)


def test_half_a_circle_turns_the_way_it_is_told() -> None:
    for is_clockwise, sign in ((True, -1), (False, 1)):
        curves = list(arc((0, 0), (2, 0), (1, 1), 0, not is_clockwise, is_clockwise))
        assert [round(each, 6) for each in curves[0][2]] == [1, sign]
