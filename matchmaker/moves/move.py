"""What an organiser asks for by hand."""

from typing import Self

from pydantic import model_validator

from matchmaker.twosome import Twosome
from matchmaker.values import Id


class Move(Twosome):
    """Two participants are to meet in `slot` at `table`; with neither, they are to meet no more."""

    slot: Id | None = None
    table: Id | None = None

    @model_validator(mode="after")
    def _is_to_one_place(self) -> Self:
        if (self.slot is None) != (self.table is None):
            raise ValueError("a move has both slot and table, or neither")
        return self
