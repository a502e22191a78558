"""What somebody answered on the form: a participant, their organisation and whom they choose."""

from typing import Literal

from pydantic import PositiveInt

from matchmaker.event import Event
from matchmaker.people import Organisation, Participant
from matchmaker.values import Id, Value


class Choice(Value):
    """A person, or everybody of an organisation, wanted by rank (1 = most wanted) or never."""

    kind: Literal["participant", "organisation"]
    id: Id
    rank: PositiveInt | Literal["never"]


class Registration(Value):
    """One person's answers. `participant.organisation` is the id of `organisation`.

    `listed` tells whether others may see their name and organisation in the list of whom to meet,
    `described` whether they may see the rest of the profile there, too.
    """

    participant: Participant
    organisation: Organisation
    choices: tuple[Choice, ...] = ()
    listed: bool = False
    described: bool = False


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
