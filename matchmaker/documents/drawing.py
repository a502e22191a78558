"""A drawing that stands alone: shapes from the top left corner, y growing downwards."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from matchmaker.documents.style import Style, Weight
from matchmaker.documents.typefaces import width

Point = tuple[float, float]
Anchor = Literal["left", "centre", "right"]
SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}


@dataclass(frozen=True)
class Stroke:
    """A line through `points`; `dash` is the length of dashes and of the gaps between them."""

    points: tuple[Point, ...]
    colour: str
    thickness: float
    dash: float = 0.0

    @property
    def pieces(self) -> Iterator[tuple[Point, Point]]:
        """The straight pieces that are drawn, in order."""
        for (ax, ay), (bx, by) in zip(self.points, self.points[1:], strict=False):
            length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
            step = self.dash or length or 1.0
            at = 0.0
            while at < length:
                end = min(at + step, length)
                yield (
                    (ax + (bx - ax) * at / length, ay + (by - ay) * at / length),
                    (ax + (bx - ax) * end / length, ay + (by - ay) * end / length),
                )
                at += 2 * step if self.dash else length


@dataclass(frozen=True)
class Box:
    """A rectangle, filled or outlined or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    thickness: float = 1.0


@dataclass(frozen=True)
class Disc:
    """A filled circle with an outline."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str
    thickness: float = 1.5


@dataclass(frozen=True)
class Label:
    """A line of text whose baseline is at `y`."""

    text: str
    x: float
    y: float
    style: Style
    anchor: Anchor = "left"

    @property
    def left(self) -> float:
        """Where the text begins."""
        return self.x - SHARE[self.anchor] * self.width

    @property
    def width(self) -> float:
        """How wide the text is."""
        return width(self.text, self.style.weight, self.style.size)

    def but(self, weight: Weight) -> "Label":
        """Return the label in another weight."""
        return replace(self, style=self.style.but(weight))


Shape = Stroke | Box | Disc | Label


@dataclass(frozen=True)
class Drawing:
    """Shapes, later ones over earlier ones; `description` tells what is to be seen."""

    width: float
    height: float
    title: str
    description: str
    language: str
    shapes: tuple[Shape, ...]
