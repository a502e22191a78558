"""The people of an event: searched, filtered, put in order, a page at a time."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matchmaker.documents.alphabet import sorting_key
from matchmaker.messages import Message, message
from matchmaker.people import Participant
from web.current import Current
from web.paging import number_of
from web.searching import has_words
from web.store.registrations import StoredRegistration, email_key

PER_PAGE = 100


@dataclass(frozen=True)
class Person:
    """Somebody who takes part, with what there is to know about them at a glance."""

    participant: Participant
    organisation: str
    wishes: int
    answered: StoredRegistration | None

    @property
    def text(self) -> str:
        """All in which a search looks."""
        own = self.participant
        return f"{own.name} {own.email or ''} {self.organisation} {own.cluster} {own.id}"

    @property
    def is_of_form(self) -> bool:
        """Whether they registered themselves."""
        return self.answered is not None and self.answered.is_of_form

    @property
    def answered_as(self) -> str:
        """The id under which their private links are given: that of their answers, if any."""
        return self.answered.registration.participant.id if self.answered else self.participant.id

    @property
    def names(self) -> frozenset[str]:
        """The ids under which links and mails of theirs are kept: in files and on the form."""
        return frozenset({self.participant.id, self.answered_as})


STATES: Mapping[str, Message] = {
    "": message("Everybody"),
    "form": message("From the form"),
    "file": message("From files only"),
    "unconfirmed": message("Address not confirmed"),
    "unwishing": message("Without wishes"),
    "absent": message("Cannot come, or later"),
}
TESTS: Mapping[str, Callable[[Person], bool]] = {
    "form": lambda one: one.is_of_form,
    "file": lambda one: not one.is_of_form,
    "unconfirmed": lambda one: one.answered is not None and not one.answered.is_confirmed,
    "unwishing": lambda one: one.wishes == 0,
    "absent": lambda one: one.answered is not None and not one.answered.registration.is_as_planned,
}

ORDERS: Mapping[str, Message] = {
    "": message("As in the files"),
    "name": message("By name"),
    "organisation": message("By organisation"),
    "wishes": message("Fewest wishes first"),
}
SORTS: Mapping[str, Callable[[Person], tuple[str | int, ...]]] = {
    "name": lambda one: _by_name(one.participant),
    "organisation": lambda one: (*sorting_key(one.organisation), *_by_name(one.participant)),
    "wishes": lambda one: (one.wishes,),
}


@dataclass(frozen=True)
class Search:
    """What an organiser looks for; nothing said means everybody."""

    words: str = ""
    state: str = ""
    region: str = ""
    cluster: str = ""
    order: str = ""
    page: int = 1

    @property
    def asked(self) -> dict[str, str]:
        """What is said, as it stands in an address; the page apart."""
        said = {
            "words": self.words,
            "state": self.state,
            "region": self.region,
            "cluster": self.cluster,
            "order": self.order,
        }
        return {name: text for name, text in said.items() if text}


def search_of(said: Mapping[str, str]) -> Search:
    """Return the search in an address; what nobody understands is left out."""
    return Search(
        words=said.get("words", "")[:100],
        state=said.get("state", "") if said.get("state", "") in STATES else "",
        region=said.get("region", ""),
        cluster=said.get("cluster", ""),
        order=said.get("order", "") if said.get("order", "") in ORDERS else "",
        page=number_of(said),
    )


def everybody(now: Current) -> list[Person]:
    """Return all people of the event, in its order."""
    event = now.merged.event
    wishes = Counter(each.wisher for each in event.wishes if not each.is_veto)
    by_id = {each.registration.participant.id: each for each in now.registrations}
    by_email = _by_email(now)
    return [
        Person(
            each,
            event.organisation_of(each).name,
            wishes[each.id],
            by_id.get(each.id) or (by_email.get(email_key(each.email)) if each.email else None),
        )
        for each in event.participants
    ]


def _by_email(now: Current) -> dict[str, StoredRegistration]:
    """Return by address what people answered whom the files know under another id, if at all."""
    known = now.stored.event.participant_by_id
    rows = [each for each in now.registrations if each.registration.participant.id not in known]
    return {email_key(each.registration.participant.email or ""): each for each in rows}


def somebody(now: Current, participant_id: str) -> Person | None:
    """Return the person of that id, or None."""
    return next((each for each in everybody(now) if each.participant.id == participant_id), None)


def found(people: list[Person], search: Search) -> list[Person]:
    """Return those whom `search` means, in the order that it asks for."""
    test = TESTS.get(search.state, _anybody)
    left = [
        each
        for each in people
        if has_words(each.text, search.words)
        and test(each)
        and search.region in ("", each.participant.region)
        and search.cluster in ("", each.participant.cluster)
    ]
    if search.order:
        left.sort(key=SORTS[search.order])
    return left


def _anybody(_: Person) -> bool:
    return True


def _by_name(person: Participant) -> tuple[str, ...]:
    return sorting_key(person.last_name or person.name, person.first_name)
