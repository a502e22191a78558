"""A registration as it stands on the form: the fields and what is typed into them."""

from collections.abc import Iterable
from hashlib import sha256

from werkzeug.datastructures import MultiDict

from matchmaker.sameness import folded
from matchmaker.variations import changed
from web.merging import DECIDED
from web.registration import Registration
from web.registrations.tags import Tags

Answers = MultiDict[str, str]

TICKS = ("listed", "described", "suggestions", "stays")
ELSEWHERE = {"choices", "absent", "arrives"}
"""What is said on other pages, and must not be undone by a form that was opened before."""


def answers_of(registration: Registration, tags: Tags) -> Answers:
    """Return what one would type and tick on the form to say `registration`."""
    own = registration.participant
    answers: Answers = MultiDict(
        {
            "first_name": own.first_name,
            "last_name": own.last_name,
            "email": own.email or "",
            "organisation": registration.organisation.name,
            "region": own.region,
            "cluster": own.cluster,
            "needs": registration.needs,
            "made_from": mark_of(registration),
        }
    )
    answers.setlist("languages", list(own.languages))
    answers.setlist("understands", list(own.understands))
    answers.setlist("unavailable", sorted(own.unavailable))
    answers.update({f"workshop_{rank}": each for rank, each in enumerate(own.workshops, start=1)})
    for name, terms in (("offers", own.offers), ("seeks", own.seeks)):
        _set_terms(answers, name, terms, tags)
    said = (registration.listed, registration.described, own.suggestions, own.stays)
    answers.update({name: "yes" if each else "" for name, each in zip(TICKS, said, strict=True)})
    return answers


def mark_of(registration: Registration) -> str:
    """Return what tells whether two registrations would fill in the form alike."""
    content = registration.model_dump_json(exclude=ELSEWHERE)
    return sha256(content.encode()).hexdigest()[:16]


def carried_over(registration: Registration, latest: Registration) -> Registration:
    """Return `registration` with what `latest` says on other pages, or organisers decided."""
    decided = {name: getattr(latest.participant, name) for name in DECIDED}
    said = {name: getattr(latest, name) for name in ELSEWHERE}
    person = changed(registration.participant, **decided)
    return registration.model_copy(update={**said, "participant": person})


def _set_terms(answers: Answers, name: str, terms: Iterable[str], tags: Tags) -> None:
    """Tick the terms that are proposed, as they are written there, and type the others."""
    proposed = {folded(each): each for each in tags.of(name)}
    ticked = [proposed[folded(each)] for each in terms if folded(each) in proposed]
    answers.setlist(f"{name}_tag", ticked)
    answers[name] = "\n".join(each for each in terms if folded(each) not in proposed)
