"""What an organiser asks for by hand."""

from typing import Self

from pydantic import model_validator

from matchmaker.values import Id, Value


class Move(Value):
    """Two participants are to meet in `slot` at `table`; with neither, they are to meet no more."""

    participant_a: Id
    participant_b: Id
    slot: Id | None = None
    table: Id | None = None

    @model_validator(mode="after")
    def _is_of_two_people_to_one_place(self) -> Self:
        if self.participant_a == self.participant_b:
            raise ValueError(f"participant {self.participant_a} cannot meet themselves")
        if (self.slot is None) != (self.table is None):
            raise ValueError("a move has both slot and table, or neither")
        return self

    @property
    def participants(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.participant_a, self.participant_b

    @property
    def pair(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset(self.participants)
