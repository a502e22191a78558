"""SVG files as outlines. Only shapes are read: whatever else a file holds, nothing of it is drawn.

A file that needs more than plain shapes to look right (text, pictures, gradients, filters, links
to other files) is refused, since a logo that is drawn in part is worse than none.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from itertools import pairwise

from matchmaker.documents.pictures import Drawing, Outline, Step
from matchmaker.documents.svg.paths import NUMBER, steps
from matchmaker.documents.svg.styles import INHERITED, Rules, declarations, ink, rules
from matchmaker.documents.svg.transforms import Matrix, matrix, scale_of, times, transformed

MOST_STEPS, MOST_DEPTH = 20_000, 40
GROUPS = {"svg", "g", "a", "switch"}
SILENT = {"title", "desc", "metadata", "style", "defs", "namedview"}
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
Styles = Mapping[str, str]


class UnusableError(ValueError):
    """A file that cannot be drawn from shapes alone; says what stands in the way."""


def drawing(text: str) -> Drawing:
    """Return what the SVG `text` shows; raises UnusableError where shapes do not suffice."""
    if "<!ENTITY" in text:
        raise UnusableError("<!ENTITY")
    try:
        root = ET.fromstring(text)  # noqa: S314 -- entities are refused above
        x, y, width, height = _frame(root)
        styles = rules("".join(each.text or "" for each in root.iter() if _tag(each) == "style"))
        found = list(_outlines(root, {}, (1, 0, 0, 1, -x, -y), styles, 0))
    except UnusableError:
        raise
    except (ET.ParseError, ValueError, OverflowError) as error:
        raise UnusableError(type(error).__name__) from error
    if sum(len(each.steps) for each in found) > MOST_STEPS:
        raise UnusableError(f"> {MOST_STEPS}")
    if not found:
        raise UnusableError("<svg/>")
    return Drawing(width=width, height=height, outlines=tuple(found))


def _frame(root: ET.Element) -> tuple[float, float, float, float]:
    if _tag(root) != "svg":
        raise UnusableError(f"<{_tag(root)}>")
    sizes = _numbers(root.get("viewBox", "")) or [
        0,
        0,
        *(_length(root.get(each, "")) for each in ("width", "height")),
    ]
    if len(sizes) != 4 or sizes[2] <= 0 or sizes[3] <= 0:
        raise UnusableError("viewBox")
    return sizes[0], sizes[1], sizes[2], sizes[3]


def _outlines(
    element: ET.Element, above: Styles, outer: Matrix, styles: Rules, depth: int
) -> Iterator[Outline]:
    tag = _tag(element)
    if tag in SILENT:
        return
    if tag not in GROUPS | SHAPES or depth > MOST_DEPTH:
        raise UnusableError(f"<{tag}>")
    own = {**_inherited(above), **_own_style(element, styles)}
    if own.get("display") == "none":
        return
    _expect_plain(own)
    placed = times(outer, matrix(element.get("transform", "")))
    if tag in SHAPES:
        yield from _outline(tag, element, own, placed)
    for each in element:
        yield from _outlines(each, own, placed, styles, depth + 1)


def _inherited(styles: Styles) -> dict[str, str]:
    return {name: each for name, each in styles.items() if name in INHERITED}


def _own_style(element: ET.Element, styles: Rules) -> dict[str, str]:
    found = {name: each.strip() for name, each in element.attrib.items()}
    names = ["*", _tag(element), *(f".{each}" for each in element.get("class", "").split())]
    for name in [*names, f"#{element.get('id', '')}"]:
        found |= styles.get(name, {})
    return found | declarations(element.get("style", ""))


def _expect_plain(styles: Styles) -> None:
    """Refuse what would change the look of a shape and is not drawn here."""
    for name in ("filter", "mask", "clip-path"):
        if styles.get(name, "none") != "none":
            raise UnusableError(name)


def _outline(tag: str, element: ET.Element, styles: Styles, placed: Matrix) -> Iterator[Outline]:
    path = _shape(tag, element)
    fill, line = ink(styles, "fill", "black"), ink(styles, "stroke", "none")
    if fill == "unknown" or line == "unknown":
        raise UnusableError(styles.get("fill", "") + " " + styles.get("stroke", ""))
    if path and (fill or line) and styles.get("visibility", "visible") == "visible":
        yield Outline(
            steps=tuple(_moved(each, placed) for each in path),
            fill=fill,
            line=line,
            thickness=_length(styles.get("stroke-width", "1")) * scale_of(placed),
            is_even_odd=styles.get("fill-rule") == "evenodd",
        )


def _moved(step: Step, placed: Matrix) -> Step:
    return Step(kind=step.kind, points=tuple(transformed(placed, each) for each in step.points))


def _shape(tag: str, element: ET.Element) -> list[Step]:
    def size(name: str) -> float:
        return _length(element.get(name, "0"))

    if tag == "path":
        return steps(element.get("d", ""))
    if tag == "rect":
        return _rectangle(size("x"), size("y"), size("width"), size("height"), _corner(element))
    if tag in {"circle", "ellipse"}:
        radii = (size("r"), size("r")) if tag == "circle" else (size("rx"), size("ry"))
        return _ellipse(size("cx"), size("cy"), *radii)
    if tag == "line":
        return steps(f"M{size('x1')} {size('y1')}L{size('x2')} {size('y2')}")
    return _polygon(_numbers(element.get("points", "")), is_closed=tag == "polygon")


def _corner(element: ET.Element) -> float:
    return _length(element.get("rx", element.get("ry", "0")))


def _rectangle(x: float, y: float, width: float, height: float, corner: float) -> list[Step]:
    if width <= 0 or height <= 0:
        return []
    r = min(corner, width / 2, height / 2)
    if not r:
        return steps(f"M{x} {y}h{width}v{height}h{-width}z")
    turn = f"a{r} {r} 0 0 1"
    return steps(
        f"M{x + r} {y}h{width - 2 * r}{turn} {r} {r}v{height - 2 * r}{turn} {-r} {r}"
        f"h{2 * r - width}{turn} {-r} {-r}v{2 * r - height}{turn} {r} {-r}z"
    )


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Step]:
    if rx <= 0 or ry <= 0:
        return []
    half = f"a{rx} {ry} 0 1 0"
    return steps(f"M{cx - rx} {cy}{half} {2 * rx} 0{half} {-2 * rx} 0z")


def _polygon(numbers: list[float], is_closed: bool) -> list[Step]:
    points = [pair for at, pair in enumerate(pairwise(numbers)) if at % 2 == 0]
    if not points:
        return []
    lines = " ".join(f"{x} {y}" for x, y in points)
    return steps(f"M{lines}" + ("z" if is_closed else ""))


def _tag(element: ET.Element) -> str:
    return str(element.tag).rsplit("}", maxsplit=1)[-1]


def _numbers(text: str) -> list[float]:
    return [float(each) for each in NUMBER.findall(text)]


def _length(text: str) -> float:
    found = NUMBER.match(text)
    return float(found[1]) if found else 0.0
