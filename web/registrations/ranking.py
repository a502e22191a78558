"""Changing whom one wishes to meet, and whom never; ranks stay without gaps."""

from collections.abc import Iterable
from typing import Literal

from web.registration import Choice, Registration, vetoed, wished

Kind = Literal["participant", "organisation"]
Who = tuple[Kind, str]


def ranked(registration: Registration, who: Who, place: int) -> Registration:
    """Wish for `who` at `place`, or at the nearest place there is."""
    others = _without(wished(registration), who)
    at = min(max(place, 1), len(others) + 1) - 1
    order = [*(_who(each) for each in others)]
    order.insert(at, who)
    return _with(registration, order, _without(vetoed(registration), who))


def refused(registration: Registration, who: Who) -> Registration:
    """Never meet `who`."""
    kind, id_ = who
    vetoes = [*_without(vetoed(registration), who), Choice(kind=kind, id=id_, rank="never")]
    return _with(registration, map(_who, _without(wished(registration), who)), vetoes)


def withdrawn(registration: Registration, who: Who) -> Registration:
    """Neither wish for `who` nor refuse them."""
    order = map(_who, _without(wished(registration), who))
    return _with(registration, order, _without(vetoed(registration), who))


def place_of(registration: Registration, who: Who) -> int | None:
    """Return the rank at which `who` is wished for, or None."""
    order = [_who(each) for each in wished(registration)]
    return order.index(who) + 1 if who in order else None


def _with(registration: Registration, order: Iterable[Who], vetoes: list[Choice]) -> Registration:
    wishes = [Choice(kind=kind, id=id_, rank=rank) for rank, (kind, id_) in enumerate(order, 1)]
    return registration.model_copy(update={"choices": (*wishes, *vetoes)})


def _without(choices: list[Choice], who: Who) -> list[Choice]:
    return [each for each in choices if _who(each) != who]


def _who(choice: Choice) -> Who:
    return choice.kind, choice.id
