"""The steps of a draft: those that lead to where it stands, and those that led elsewhere."""

from collections.abc import Sequence

from web.store.drafts import Step


class History:
    """The `steps` of a draft that stands at one of them."""

    def __init__(self, steps: Sequence[Step], position: int) -> None:
        self.steps = tuple(steps)
        self.position = position
        self._by_number = {each.number: each for each in steps}

    @property
    def done(self) -> list[Step]:
        """The steps that lead to where the draft stands, the last first."""
        way, step = [], self._by_number.get(self.position)
        while step is not None:
            way.append(step)
            step = None if step.parent is None else self._by_number[step.parent]
        return way

    @property
    def undo(self) -> int | None:
        """The number of the step to which undoing goes."""
        return self._by_number[self.position].parent

    @property
    def redo(self) -> int | None:
        """The number of the step to which redoing goes: the last made from here."""
        after = [each.number for each in self.steps if each.parent == self.position]
        return max(after, default=None)

    @property
    def aside(self) -> list[Step]:
        """The steps that do not lead to where the draft stands, the last first."""
        done = {each.number for each in self.done}
        return [each for each in reversed(self.steps) if each.number not in done]

    def since(self, seen: int) -> list[Step]:
        """Return what was done after the step `seen`, the first first."""
        return [each for each in self.steps if each.number > seen]
