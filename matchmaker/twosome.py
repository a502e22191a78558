"""What is of two participants, who are never one and the same."""

from typing import ClassVar, Self

from pydantic import model_validator

from matchmaker.values import Id, Value


class Twosome(Value):
    """Two different participants; `alone` says of one what two of the same would be."""

    alone: ClassVar[str] = "cannot meet themselves"

    participant_a: Id
    participant_b: Id

    @model_validator(mode="after")
    def _is_of_two_people(self) -> Self:
        if self.participant_a == self.participant_b:
            raise ValueError(f"participant {self.participant_a} {self.alone}")
        return self

    @property
    def participants(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.participant_a, self.participant_b

    @property
    def pair(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset(self.participants)
