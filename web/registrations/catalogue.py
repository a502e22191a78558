"""Those who agreed to be listed, searched and filtered, with what speaks for meeting them."""

from collections.abc import Iterator
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.sameness import folded
from matchmaker.suggestions import exchanged
from web.paging import number_of
from web.registrations.consents import Consents
from web.registrations.handles import Keys
from web.searching import has_words

CARDS_A_PAGE = 24


@dataclass(frozen=True)
class Filters:
    """What the reader looks for, as it stands in the address of the page."""

    text: str = ""
    region: str = ""
    cluster: str = ""
    language: str = ""
    offering: bool = False
    page: int = 1

    @property
    def is_open(self) -> bool:
        """Whether everybody is shown."""
        return self == Filters(page=self.page)

    def query(self, page: int | None = None) -> dict[str, str]:
        """Return the part of an address that means these filters, or them on another page."""
        number = page or self.page
        fields = {
            "text": self.text,
            "region": self.region,
            "cluster": self.cluster,
            "language": self.language,
            "offering": "yes" if self.offering else "",
            "page": str(number) if number > 1 else "",
        }
        return {name: each for name, each in fields.items() if each}


def filters_of(args: MultiDict[str, str]) -> Filters:
    """Return the filters that an address means; what cannot be understood filters nothing."""
    return Filters(
        text=args.get("text", "").strip(),
        region=args.get("region", ""),
        cluster=args.get("cluster", ""),
        language=args.get("language", ""),
        offering=bool(args.get("offering")),
        page=number_of(args),
    )


@dataclass(frozen=True)
class Card:
    """A person as others see them; `key` stands for them in a form.

    `gives` is what they offer and the reader seeks, `takes` what they seek and the reader offers.
    """

    key: str
    person: Participant
    organisation: str
    gives: tuple[str, ...]
    takes: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether one of the two offers what the other seeks."""
        return bool(self.gives or self.takes)

    @property
    def little(self) -> tuple[str, ...]:
        """The languages that they know a little only."""
        own = self.person
        return tuple(each for each in own.understands if each not in own.languages)

    @property
    def words(self) -> str:
        """Everything that can be read of them, for a search."""
        own = self.person
        return " ".join((own.name, self.organisation, own.cluster, *own.offers, *own.seeks))


class Catalogue:
    """What `reader` may see of everybody else, most in common first."""

    def __init__(self, event: Event, consents: Consents, reader: Participant, key_of: Keys) -> None:
        others = (each for each in event.participants if each.id != reader.id)
        seen = (each for each in others if consents.is_listed(each) and consents.comes(each))
        cards = [
            _card(key_of("participant", each.id), event, _visible(each, consents), reader)
            for each in seen
        ]
        self.cards = sorted(cards, key=_in_common)

    @property
    def regions(self) -> list[str]:
        """Every region that can be filtered by."""
        return sorted({each.person.region for each in self.cards} - {""})

    @property
    def clusters(self) -> list[str]:
        """Every cluster that can be filtered by."""
        return sorted({each.person.cluster for each in self.cards} - {""}, key=folded)

    @property
    def languages(self) -> list[str]:
        """Every language that can be filtered by."""
        return sorted({spoken for each in self.cards for spoken in each.person.languages})

    def found(self, filters: Filters) -> list[Card]:
        """Return those who pass all `filters`."""
        return [each for each in self.cards if all(_passes(each, filters))]


def _visible(person: Participant, consents: Consents) -> Participant:
    """Return `person` without what they do not show."""
    if consents.is_described(person):
        return person
    return Participant(
        id=person.id,
        first_name=person.first_name,
        last_name=person.last_name,
        organisation=person.organisation,
    )


def _card(key: str, event: Event, person: Participant, reader: Participant) -> Card:
    return Card(
        key=key,
        person=person,
        organisation=event.organisation_of(person).name,
        gives=exchanged(person, reader),
        takes=tuple(dict.fromkeys(exchanged(reader, person))),
    )


def _in_common(card: Card) -> tuple[int, int, str]:
    return -len(card.gives), -len(card.takes), folded(card.person.name)


def _passes(card: Card, filters: Filters) -> Iterator[bool]:
    own = card.person
    yield has_words(card.words, filters.text)
    yield filters.region in ("", own.region)
    yield filters.cluster in ("", own.cluster)
    yield not filters.language or filters.language in own.languages
    yield not filters.offering or bool(card.gives)
