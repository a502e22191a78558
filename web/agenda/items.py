"""What the page of an agenda is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from web.agenda.changes import News
from web.agenda.engagements import Engagement


class Kind(StrEnum):
    """What a stretch of the day is."""

    MEETING = "meeting"
    VISIT = "visit"
    WORKSHOP = "workshop"
    AWAY = "away"
    PAUSE = "pause"
    FREE = "free"


class When(StrEnum):
    """Where the present moment stands; `next` is only the first engagement to come."""

    PAST = "past"
    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True)
class Former:
    """When and where an engagement was before."""

    start: datetime
    table: str
    room: str


@dataclass(frozen=True)
class Item:
    """A stretch of the day; `about` is None where nothing is planned."""

    kind: Kind
    when: When
    start: datetime
    end: datetime
    about: Engagement | None
    news: News | None = None
    former: Former | None = None


@dataclass(frozen=True)
class Gone:
    """An engagement of the version before that is no more."""

    start: datetime
    about: Engagement


@dataclass(frozen=True)
class Day:
    """All items of one date."""

    date: date
    items: tuple[Item, ...]


@dataclass(frozen=True)
class AgendaPage:
    """What the page of an agenda shows; `today` tells the date of the day on which it is read."""

    days: tuple[Day, ...]
    gone: tuple[Gone, ...]
    tables: tuple[str, ...]
    today: date

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all days."""
        return tuple(each for day in self.days for each in day.items)

    @property
    def upcoming(self) -> tuple[Item, ...]:
        """What somebody looks for on the day itself: the engagement now, and the next one."""
        soon = (each for each in self.items if each.when in (When.NOW, When.NEXT))
        return tuple(each for each in soon if each.about)

    @property
    def is_today(self) -> bool:
        """Whether it is read on one of its days."""
        return any(each.date == self.today for each in self.days)

    @property
    def is_over(self) -> bool:
        """Whether all of it is past."""
        return all(each.when is When.PAST for each in self.items)

    @property
    def has_news(self) -> bool:
        """Whether an engagement is new or not as it was in the version before."""
        return any(each.news for each in self.items)

    @property
    def is_changed(self) -> bool:
        """Whether something is not as it was in the version before."""
        return self.has_news or bool(self.gone)

    def count(self, kind: Kind) -> int:
        """Return how many items are of that kind."""
        return sum(each.kind == kind for each in self.items)
