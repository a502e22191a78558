"""Who comes, and what they want: organisations, participants, wishes, interpreters."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import EmailStr, Field, StringConstraints, model_validator

from matchmaker.twosome import Twosome
from matchmaker.values import (
    ORGANISATION_LENGTH,
    Count,
    Id,
    Ids,
    Language,
    Name,
    Positive,
    Term,
    Value,
    repeated,
    share_a_language,
)


class Side(StrEnum):
    """The two sides of an event whose meetings are across sides only."""

    BUYER = "buyer"
    SELLER = "seller"


class Organisation(Value):
    """A firm, cluster or adviser."""

    id: Id
    name: Annotated[str, StringConstraints(min_length=1, max_length=ORGANISATION_LENGTH)]


class Participant(Value):
    """A person of an organisation, or a desk.

    `region` is `FR`, `WAL`, `VLG` or any other word; empty when unknown. No `languages` means
    that they speak all; `understands` are those that they know too little for a meeting, which no
    rule counts. `unavailable` holds slot ids, `workshops` workshop ids, most wanted first.
    `table` is their fixed table. `max_meetings` None means as many as their slots allow.
    `suggestions` tells that they also take meetings that nobody wished, for what is offered and
    sought; `stays` that all their meetings are at one table.
    """

    id: Id
    first_name: Name = ""
    last_name: Name = ""
    email: EmailStr | None = None
    organisation: Id
    region: Annotated[str, StringConstraints(max_length=40)] = ""
    languages: tuple[Language, ...] = ()
    understands: tuple[Language, ...] = ()
    side: Side | None = None
    cluster: Annotated[str, StringConstraints(max_length=120)] = ""
    offers: tuple[Term, ...] = ()
    seeks: tuple[Term, ...] = ()
    unavailable: Ids = frozenset()
    min_meetings: Count = 0
    max_meetings: Count | None = None
    table: Id | None = None
    workshops: tuple[Id, ...] = ()
    suggestions: bool = False
    stays: bool = False

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @model_validator(mode="after")
    def _is_named_and_has_possible_limits(self) -> Self:
        if not self.name:
            raise ValueError(f"participant {self.id} has no name")
        if self.max_meetings is not None and self.min_meetings > self.max_meetings:
            raise ValueError(f"participant {self.id} has min_meetings above max_meetings")
        return self

    @model_validator(mode="after")
    def _asks_for_each_workshop_once(self) -> Self:
        if twice := repeated(self.workshops):
            raise ValueError(f"participant {self.id} asks for workshop {twice[0]} twice")
        return self


class Wish(Value):
    """One participant wants to meet another, by rank (1 = most wanted), or never."""

    wisher: Id = Field(alias="from")
    wished: Id = Field(alias="to")
    rank: Positive | Literal["never"]

    @property
    def is_veto(self) -> bool:
        """Whether the wish is never to meet."""
        return self.rank == "never"

    @model_validator(mode="after")
    def _wishes_for_somebody_else(self) -> Self:
        if self.wisher == self.wished:
            raise ValueError(f"participant {self.wisher} wishes to meet themselves")
        return self


class Interpreter(Value):
    """A person who interprets between any two of `languages`, where available."""

    id: Id
    name: Annotated[Name, StringConstraints(min_length=1)]
    languages: tuple[Language, ...] = Field(min_length=2)
    unavailable: Ids = frozenset()

    @model_validator(mode="after")
    def _speaks_each_language_once(self) -> Self:
        if twice := repeated(self.languages):
            raise ValueError(f"interpreter {self.id} has language {twice[0]} twice")
        return self

    def joins(self, one: tuple[Language, ...], other: tuple[Language, ...]) -> bool:
        """Tell whether they can interpret between somebody of `one` and somebody of `other`."""
        return share_a_language(self.languages, one) and share_a_language(self.languages, other)


class Pair(Twosome):
    """Two participants, in no order."""

    alone = "is paired with themselves"

    @property
    def key(self) -> frozenset[str]:
        """The two ids, for comparing."""
        return self.pair
