"""One thing to do, with one button."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matchmaker.messages import Message
from web.rights import Right


@dataclass(frozen=True)
class Step:
    """What to do, why, and the page on which it is done, for whoever has the right."""

    title: Message
    reason: Message
    label: Message
    endpoint: str
    right: Right
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_start(self) -> bool:
        """Whether the button itself starts the engine."""
        return self.endpoint == "runs.begin"
