"""What a form with rows takes away, and whether it may."""

from collections.abc import Callable, Iterable, Sequence

from matchmaker.event import Event
from matchmaker.planning.usage import Use
from web.setup.fields import Answers, Errors, Fields
from web.setup.uses import still_used, to_forget

UsesOf = Callable[[str], Sequence[Use]]


def gone(answers: Answers, name: str, remove: str, known: Iterable[str]) -> dict[str, str]:
    """Return those of `known` that no row keeps, each with the field to complain at.

    `name` and `remove` are what the fields of a row are called that hold its id and its tick.
    """
    rows = {answers[f"{name}_{number}"]: number for number in Fields(answers).rows(name)}
    kept = {key for key, number in rows.items() if not answers.get(f"{remove}_{number}")}
    return {
        each: f"{remove}_{rows[each]}" if each in rows else f"{name}s"
        for each in known
        if each not in kept
    }


def objections(
    removed: dict[str, str], uses_of: UsesOf, event: Event, may_forget: bool = False
) -> Errors:
    """Return an error for each thing removed but used; what people said may be forgotten."""
    errors: Errors = {}
    for each, field in removed.items():
        uses = uses_of(each)
        fixed = [use for use in uses if not use.is_forgettable]
        if fixed:
            errors[field] = still_used(fixed, event)
        elif uses and not may_forget:
            errors[field] = to_forget(uses, event)
    return errors
