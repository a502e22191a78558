"""What organisers ask of a run, read from the form: its limit and seed, and rules of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.variations import changed
from web.runs.times import TIME_LIMITS, USUAL_LIMIT

LONGEST_TITLE = 120
MOST_SEED = 999_999
SHARES = ("cross_border_share", "floor", "value_tolerance")


@dataclass(frozen=True)
class Order:
    """What is asked; `shares` are percentages that stand in the place of the event's own."""

    seconds: int
    seed: int
    title: str
    start: str
    shares: Mapping[str, float]
    faults: Mapping[str, Message] = field(default_factory=dict)

    def of(self, event: Event) -> Event:
        """Return `event` with the rules of this order."""
        if not self.shares:
            return event
        share = {name: round(percent / 100, 3) for name, percent in self.shares.items()}
        rules = event.rules.model_copy(update=_only(share, "cross_border_share"))
        objective = event.objective.model_copy(update=_only(share, "floor", "value_tolerance"))
        return changed(event, rules=rules, objective=objective)


def order(form: Mapping[str, str]) -> Order:
    """Return what `form` asks for; what is not in it is as usual."""
    faults = dict(_faults(form))
    given = {name: form[name] for name in SHARES if form.get(name, "").strip()}
    return Order(
        seconds=_whole(form.get("seconds", ""), USUAL_LIMIT),
        seed=_whole(form.get("seed", ""), 0),
        title=form.get("title", "").strip()[:LONGEST_TITLE],
        start=form.get("start", ""),
        shares={name: _percent(text) or 0.0 for name, text in given.items()},
        faults=faults,
    )


def _faults(form: Mapping[str, str]) -> Iterator[tuple[str, Message]]:
    if _whole(form.get("seconds", ""), USUAL_LIMIT) not in TIME_LIMITS:
        yield "seconds", message("Choose one of the times.")
    if not 0 <= _whole(form.get("seed", ""), 0, -1) <= MOST_SEED:
        yield "seed", message("Write a whole number from 0 to {most}.", most=MOST_SEED)
    for name in SHARES:
        text = form.get(name, "").strip()
        percent = _percent(text)
        if text and (percent is None or not 0 <= percent <= 100):
            yield name, message("Write a percentage from 0 to 100, or leave it empty.")


def _whole(text: str, usual: int, wrong: int = -1) -> int:
    text = text.strip()
    if not text:
        return usual
    return int(text) if text.isdecimal() and len(text) < 10 else wrong


def _percent(text: str) -> float | None:
    try:
        return float(text.replace(",", ".").removesuffix("%").strip())
    except ValueError:
        return None


def _only(share: Mapping[str, float], *names: str) -> dict[str, float]:
    return {name: share[name] for name in names if name in share}
