"""What somebody answered on the form: a participant, their organisation and whom they choose."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import PositiveInt, StringConstraints

from matchmaker.event import Event
from matchmaker.people import Organisation, Participant
from matchmaker.programme import Slot
from matchmaker.values import TEXT_LENGTH, Id, Value


class Choice(Value):
    """A person, or everybody of an organisation, wanted by rank (1 = most wanted) or never."""

    kind: Literal["participant", "organisation"]
    id: Id
    rank: PositiveInt | Literal["never"]


class Registration(Value):
    """One person's answers. `participant.organisation` is the id of `organisation`.

    `listed` tells whether others may see their name and organisation in the list of whom to meet,
    `described` whether they may see the rest of the profile there, too. `absent` tells that they
    cannot come after all, `arrives` the slot from which on they are there. `needs` is what they
    tell the organisers, and nobody else, about access or food.
    """

    participant: Participant
    organisation: Organisation
    choices: tuple[Choice, ...] = ()
    listed: bool = False
    described: bool = False
    absent: bool = False
    arrives: Id | None = None
    needs: Annotated[str, StringConstraints(max_length=TEXT_LENGTH)] = ""

    @property
    def is_as_planned(self) -> bool:
        """Whether they come when they said at first."""
        return not self.absent and self.arrives is None


def missed(registration: Registration, slots: Iterable[Slot]) -> frozenset[str]:
    """Return the slots that they said they miss: all, those before they arrive, or none."""
    by_id = {each.id: each for each in slots}
    if registration.absent:
        return frozenset(by_id)
    first = by_id.get(registration.arrives or "")
    early = (each.id for each in by_id.values() if first and each.start < first.start)
    return frozenset(early)


def wished(registration: Registration) -> list[Choice]:
    """Return whom they want to meet, most wanted first."""
    ranked = [(each.rank, each) for each in registration.choices if each.rank != "never"]
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def vetoed(registration: Registration) -> list[Choice]:
    """Return whom they never want to meet."""
    return [each for each in registration.choices if each.rank == "never"]


def of_participant(event: Event, participant: Participant) -> Registration:
    """Return what `participant` of `event` would have answered on the form."""
    wishes = [each for each in event.wishes if each.wisher == participant.id]
    return Registration(
        participant=participant,
        organisation=event.organisation_of(participant),
        choices=tuple(Choice(kind="participant", id=w.wished, rank=w.rank) for w in wishes),
        # The organisers' file made them visible already.
        listed=True,
        described=True,
    )
