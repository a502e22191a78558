"""Who may meet whom: the hard rules that can be told from a pair alone.

Each function bears the name of the rule in `matchmaker.rules` that it keeps.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from matchmaker.event import Event
from matchmaker.people import Interpreter, Participant
from matchmaker.values import share_a_language


@dataclass(frozen=True)
class Pairing:
    """Two participants of an event, with what the rules about pairs look at."""

    event: Event
    one: Participant
    other: Participant

    @property
    def key(self) -> frozenset[str]:
        """The two ids."""
        return frozenset((self.one.id, self.other.id))

    @cached_property
    def helpers(self) -> tuple[Interpreter, ...]:
        """The interpreters who join the languages of the two."""
        languages = self.one.languages, self.other.languages
        return tuple(each for each in self.event.interpreters if each.joins(*languages))

    @cached_property
    def needs_interpreter(self) -> bool:
        """Whether the two may only meet with an interpreter."""
        permitted = self.event.rules.without_common_language
        return not permitted and not share_a_language(self.one.languages, self.other.languages)


class Eligibility:
    """Tells for a pair which rule forbids it; looks through the event's lists once."""

    def __init__(self, event: Event) -> None:
        pairs = [(frozenset((w.wisher, w.wished)), w.is_veto) for w in event.wishes]
        self._event = event
        self._wished = {pair for pair, is_veto in pairs if not is_veto}
        self._vetoed = {pair for pair, is_veto in pairs if is_veto}
        self._met = {each.key for each in event.already_met}

    def wished(self, pairing: Pairing) -> bool:
        """At least one of the two wished it."""
        return pairing.key in self._wished

    def veto(self, pairing: Pairing) -> bool:
        """Neither asked never to."""
        return pairing.key not in self._vetoed

    def opposite_sides(self, pairing: Pairing) -> bool:
        """Two who both have a side are of opposite sides."""
        return pairing.one.side is None or pairing.one.side != pairing.other.side

    def same_organisation(self, pairing: Pairing) -> bool:
        """They are no colleagues, or the event permits it."""
        colleagues = pairing.one.organisation == pairing.other.organisation
        return self._event.rules.same_organisation or not colleagues

    def already_met(self, pairing: Pairing) -> bool:
        """They have not met at an earlier event, or the event permits it."""
        return self._event.rules.already_met or pairing.key not in self._met

    def common_language(self, pairing: Pairing) -> bool:
        """They share a language, or somebody could interpret."""
        return not pairing.needs_interpreter or bool(pairing.helpers)

    def fixed_table(self, pairing: Pairing) -> bool:
        """They have not two different tables of their own."""
        return len({pairing.one.table, pairing.other.table} - {None}) < 2

    def forbidding(self, pairing: Pairing) -> Iterator[str]:
        """Yield the names of the rules that forbid the pair."""
        for name, rule in self.rules.items():
            if not rule(pairing):
                yield name

    @property
    def rules(self) -> dict[str, Callable[[Pairing], bool]]:
        """Every rule by its name."""
        methods = (
            self.wished,
            self.veto,
            self.opposite_sides,
            self.same_organisation,
            self.already_met,
            self.common_language,
            self.fixed_table,
        )
        return {each.__name__: each for each in methods}
