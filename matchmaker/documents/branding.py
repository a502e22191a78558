"""What makes paper an event's own: two colours, the organiser's logo and those of partners."""

from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from matchmaker.documents.contrast import darkened, lightened
from matchmaker.documents.pictures import Picture
from matchmaker.documents.style import Colour
from matchmaker.values import Value

MOST_PARTNERS = 8
TINTED = 0.07
"""How much of an event's first colour a tinted ground holds."""

Hue = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$", to_upper=True)]


class Logo(Value):
    """A picture and the name of whose it is, which is read out in its place."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    picture: Picture


class Branding(Value):
    """The look of an event. Without logos and colours of its own, paper is plain."""

    first: Hue = Colour.ACCENT.value
    second: Hue = Colour.SECOND.value
    organiser: Logo | None = None
    partners: tuple[Logo, ...] = Field(default=(), max_length=MOST_PARTNERS)

    @cached_property
    def palette(self) -> dict[Colour, str]:
        """The palette with the event's own colours, text among them dark enough to be read."""
        if self.first == Colour.ACCENT:
            return {**_PALETTE, Colour.SECOND: self.second}
        tint = lightened(self.first, TINTED)
        accent = darkened(self.first, tint, Colour.PAPER)
        return {
            **_PALETTE,
            Colour.ACCENT: accent,
            Colour.TINT: tint,
            Colour.SECOND: self.second,
        }


_PALETTE = {each: each.value for each in Colour}
PLAIN = Branding()
"""The look of an event without one of its own."""
