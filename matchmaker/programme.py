"""When and where: slots, rooms, tables, workshops and their sessions."""

from typing import Annotated, Self

from pydantic import Field, NaiveDatetime, model_validator

from matchmaker.values import MOST, Count, Id, Language, Positive, Texts, Value, repeated

Coordinate = Annotated[float, Field(ge=0, le=MOST, allow_inf_nan=False)]


class Slot(Value):
    """A stretch of time, in wall-clock time of the event's time zone; `end` is after `start`."""

    id: Id
    start: NaiveDatetime
    end: NaiveDatetime

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"slot {self.id} ends before it starts")
        return self

    @property
    def hours(self) -> str:
        """From when to when it lasts: 14:20–14:40."""
        return f"{self.start:%H:%M}–{self.end:%H:%M}"

    @property
    def on_day(self) -> str:
        """Its day and hours: 25/11 14:20–14:40."""
        return f"{self.start:%d/%m} {self.hours}"


class Room(Value):
    """A place that holds tables or sessions."""

    id: Id
    name: Texts = Field(default_factory=dict)


class Table(Value):
    """A numbered table; meetings take place there.

    `x` and `y` say how far it stands from the left and from the top of the drawing of its room, in
    metres or any other unit, the same for both; it has both or neither.
    """

    id: Id
    room: Id | None = None
    x: Coordinate | None = None
    y: Coordinate | None = None

    @model_validator(mode="after")
    def _has_a_whole_place_or_none(self) -> Self:
        if (self.x is None) != (self.y is None):
            raise ValueError(f"table {self.id} has only one of x and y")
        return self


class Workshop(Value):
    """A theme with the questions its sessions discuss."""

    id: Id
    title: Texts
    questions: tuple[Texts, ...] = ()


class Session(Value):
    """One sitting of a workshop: it takes all of `slots`, up to `capacity` attendees.

    It is held with at least `minimum` attendees, or with nobody. Facilitators are participants and
    take part in addition to the capacity. `interpreters` serve this session in all its slots. No
    `languages` means that everybody can follow.
    """

    id: Id
    workshop: Id
    slots: tuple[Id, ...] = Field(min_length=1)
    room: Id | None = None
    capacity: Positive
    minimum: Count = 0
    languages: tuple[Language, ...] = ()
    facilitators: tuple[Id, ...] = ()
    interpreters: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _names_nothing_twice(self) -> Self:
        for ids in (self.slots, self.facilitators, self.interpreters):
            if twice := repeated(ids):
                raise ValueError(f"session {self.id} names {twice[0]} twice")
        return self

    @model_validator(mode="after")
    def _has_places_for_its_minimum(self) -> Self:
        if self.minimum > self.capacity:
            raise ValueError(f"session {self.id} has its minimum above its capacity")
        return self

    def is_held(self, attendees: int) -> bool:
        """Tell whether it takes place: with nobody only without a minimum, for whoever comes."""
        return bool(attendees) or not self.minimum
