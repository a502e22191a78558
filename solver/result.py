"""What the engine is given and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass

from matchmaker.certificate import Certificate
from matchmaker.timetable import Timetable


@dataclass(frozen=True)
class Limits:
    """How long the engine may work, in seconds of wall clock, and from which random seed.

    Where `is_reproducible`, it works as long as its stages take instead, and the same seed gives
    the same timetable.
    """

    seconds: float = 10.0
    seed: int = 0
    is_reproducible: bool = False


@dataclass(frozen=True)
class Progress:
    """Where a run stands: its stage, the value so far, the bound if known, seconds since start.

    `timetable`, None before there is one, draws up the best so far; it may be called at any time
    and from any thread, and what it costs is spent only then.
    """

    stage: str
    value: float
    bound: float | None
    seconds: float
    timetable: Callable[[], Timetable] | None = None


Report = Callable[[Progress], None]


@dataclass(frozen=True)
class Result:
    """A timetable with its certificate; every rule is kept but, where infeasible, some minimums."""

    timetable: Timetable
    certificate: Certificate
