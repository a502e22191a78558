"""Reading what organisers typed of an organisation and of all its people at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.people import Organisation, Participant
from matchmaker.sameness import folded
from matchmaker.values import ORGANISATION_LENGTH
from web.regions import REGIONS
from web.registrations.answers import Answers
from web.registrations.form import CLUSTER_LENGTH, Errors
from web.setup.fields import Fields

AS_IT_IS = "*"
"""Stands for what differs from person to person, and is to stay so."""


@dataclass(frozen=True)
class Firm:
    """An organisation with the region and the cluster of its people; AS_IT_IS where they differ."""

    organisation: Organisation
    members: Sequence[Participant]
    region: str
    cluster: str

    @property
    def mark(self) -> str:
        """What changes with the name, and with what its people are."""
        people = [(each.id, each.region, each.cluster) for each in self.members]
        return sha256(repr((self.organisation, people)).encode()).hexdigest()[:16]


def firm_of(event: Event, key: str) -> Firm:
    """Return what stands about the organisation of that id."""
    members = [each for each in event.participants if each.organisation == key]
    return Firm(
        event.organisation_by_id[key],
        members,
        _common({each.region for each in members}),
        _common({each.cluster for each in members}),
    )


def answers_of_firm(firm: Firm) -> Answers:
    """Return what one would type to say `firm`."""
    return MultiDict(
        {
            "name": firm.organisation.name,
            "region": firm.region,
            "cluster": "" if firm.cluster == AS_IT_IS else firm.cluster,
        }
    )


def read_firm(event: Event, answers: Answers, before: Firm) -> tuple[Firm, Errors]:
    """Return the organisation as typed, and what is wrong."""
    fields = Fields(answers)
    name = fields.text("name", ORGANISATION_LENGTH, message("Give the organisation a name."))
    namesakes = (each for each in event.organisations if folded(each.name) == folded(name))
    if any(each.id != before.organisation.id for each in namesakes):
        fields.errors["name"] = message(
            "Another organisation has this name. To move a person there, change the organisation "
            "in their profile."
        )
    known = {AS_IT_IS, "", *(each.region for each in event.participants), *REGIONS}
    region = fields.chosen("region", known)
    cluster = fields.text("cluster", CLUSTER_LENGTH)
    typed = replace(
        before,
        organisation=Organisation(id=before.organisation.id, name=name or "?"),
        region=before.region if region is None else region,
        cluster=AS_IT_IS if before.cluster == AS_IT_IS and not cluster else cluster,
    )
    return typed, fields.errors


def _common(values: set[str]) -> str:
    return values.pop() if len(values) == 1 else AS_IT_IS
