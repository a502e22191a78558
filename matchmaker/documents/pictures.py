"""Pictures that are safe to print: pixels or outlines, and nothing else."""

from functools import cached_property
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from matchmaker.values import Value

Number = Annotated[float, Field(ge=-1e6, le=1e6, allow_inf_nan=False)]
Ink = Annotated[str, Field(pattern=r"^#[0-9A-F]{6}$")]


class Step(Value):
    """A step of an outline: move, line, curve or close, with the points it takes."""

    kind: Literal["move", "line", "curve", "close"]
    points: tuple[tuple[Number, Number], ...] = ()


class Outline(Value):
    """A path that is filled, drawn with a line, or both."""

    steps: tuple[Step, ...]
    fill: Ink | None = None
    line: Ink | None = None
    thickness: Annotated[float, Field(ge=0, le=1e4)] = 1.0
    is_even_odd: bool = False


class Bitmap(Value):
    """Pixels: red, green and blue in rows from the top."""

    kind: Literal["bitmap"] = "bitmap"
    width: Annotated[int, Field(gt=0)]
    height: Annotated[int, Field(gt=0)]
    pixels: bytes

    @cached_property
    def key(self) -> str:
        """A name that equal pictures share and different ones do not."""
        return sha256(f"{self.width} {self.height} ".encode() + self.pixels).hexdigest()


class Drawing(Value):
    """Outlines on a ground of `width` by `height`, measured from the top left corner."""

    kind: Literal["drawing"] = "drawing"
    width: Annotated[float, Field(gt=0, le=1e6)]
    height: Annotated[float, Field(gt=0, le=1e6)]
    outlines: tuple[Outline, ...]

    @cached_property
    def key(self) -> str:
        """A name that equal pictures share and different ones do not."""
        return sha256(self.model_dump_json().encode()).hexdigest()


Picture = Annotated[Bitmap | Drawing, Field(discriminator="kind")]


def scale_in(picture: Picture, size: tuple[float, float]) -> float:
    """Return how many points a unit of `picture` is where it is as large as fits a box."""
    return min(size[0] / picture.width, size[1] / picture.height)


def breadth(picture: Picture, size: tuple[float, float]) -> float:
    """Return how wide `picture` is where it is as large as fits a box."""
    return scale_in(picture, size) * picture.width
