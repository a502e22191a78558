"""Sentences on what uses a part of the programme."""

from collections.abc import Callable, Iterable, Mapping

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.planning.usage import Kind, Use
from web.languages import local_text, say
from web.setup.enumeration import first_few

WORDS: Mapping[Kind, Callable[[str], Message]] = {
    Kind.SITTING: lambda who: message("a sitting of “{who}”", who=who),
    Kind.LOCKED_MEETING: lambda who: message("the locked meeting of {who}", who=who),
    Kind.LOCKED_SEAT: lambda who: message("the locked seat of {who}", who=who),
    Kind.FIXED_TABLE: lambda who: message("the fixed table of {who}", who=who),
    Kind.TABLE: lambda who: message("table {who}", who=who),
    Kind.ABSENCE: lambda who: message("{who}, who cannot come then", who=who),
    Kind.PREFERENCE: lambda who: message("{who}, who would like to attend", who=who),
}


def still_used(uses: Iterable[Use], event: Event) -> Message:
    """Return that something cannot go while these use it."""
    return message("Still used by {uses}.", uses=named(uses, event))


def to_forget(uses: Iterable[Use], event: Event) -> Message:
    """Return what would be forgotten along with it."""
    return message(
        "It concerns {uses}. Tick “Remove all the same” below to forget this.",
        uses=named(uses, event),
    )


def to_remove(uses: Iterable[Use], event: Event) -> Message:
    """Return what would go along with it."""
    return message(
        "It concerns {uses}. Tick “Remove all the same” below to remove this with it.",
        uses=named(uses, event),
    )


def named(uses: Iterable[Use], event: Event) -> str:
    """Return the uses in the language of the page, the first few by name."""
    words = list(dict.fromkeys(say(WORDS[each.kind](_shown(each, event))) for each in uses))
    return first_few(words, "; ")


def _shown(use: Use, event: Event) -> str:
    theme = event.workshop_by_id.get(use.by) if use.kind is Kind.SITTING else None
    return local_text(theme.title) if theme else use.by
