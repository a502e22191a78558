"""Arcs of ellipses as curves, by the formulas of the SVG standard (appendix B.2.4)."""

import math
from collections.abc import Iterator

Point = tuple[float, float]
QUARTER = math.pi / 2


def arc(
    start: Point, end: Point, radii: Point, tilt: float, is_left: bool, is_clockwise: bool
) -> Iterator[tuple[Point, Point, Point]]:
    """Yield the handles and ends of the curves that make the arc from `start` to `end`.

    The centre lies to the left where `is_left`; radii that are too short are lengthened.
    """
    x, y = _halfway(start, end, tilt)
    reach = math.hypot(x / radii[0], y / radii[1])
    rx, ry = (each * max(1.0, reach) for each in radii)
    reach = min(1.0, math.hypot(x / rx, y / ry))
    share = math.sqrt(max(0.0, 1 / reach**2 - 1)) if reach else 0.0
    cx, cy = (share * rx * y / ry, -share * ry * x / rx)
    if not is_left:
        cx, cy = -cx, -cy
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    last = math.atan2((-y - cy) / ry, (-x - cx) / rx)
    sweep = _sweep(last - first, is_clockwise)
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def placed(u: float, v: float) -> Point:
        px, py = cx + rx * u, cy + ry * v
        return (
            middle[0] + px * math.cos(tilt) - py * math.sin(tilt),
            middle[1] + px * math.sin(tilt) + py * math.cos(tilt),
        )

    count = max(1, math.ceil(abs(sweep) / QUARTER - 1e-9))
    for number in range(count):
        a, b = (first + sweep * each / count for each in (number, number + 1))
        k = 4 / 3 * math.tan((b - a) / 4)
        yield (
            placed(math.cos(a) - k * math.sin(a), math.sin(a) + k * math.cos(a)),
            placed(math.cos(b) + k * math.sin(b), math.sin(b) - k * math.cos(b)),
            placed(math.cos(b), math.sin(b)),
        )


def _halfway(start: Point, end: Point, tilt: float) -> Point:
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    return (
        dx * math.cos(tilt) + dy * math.sin(tilt),
        dy * math.cos(tilt) - dx * math.sin(tilt),
    )


def _sweep(angle: float, is_clockwise: bool) -> float:
    if is_clockwise:
        return angle % (2 * math.pi)
    return -(-angle % (2 * math.pi))
