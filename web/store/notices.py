"""Mails about published versions: who was told of which, and new ones, each once."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from web.store.mails import Letter, MailState, waiting
from web.store.tables.participants import mails

PROGRAMME = "programme-"


@dataclass(frozen=True)
class Told:
    """Of which version somebody is told by a mail, and where that mail is."""

    number: int
    state: MailState

    @property
    def waits(self) -> bool:
        """Whether it is still to be sent."""
        return self.state is MailState.WAITING


def occasion(number: int) -> str:
    """Return what mails about that version are sent for."""
    return f"{PROGRAMME}{number}"


def told(connection: Connection, event_id: int) -> dict[str, list[Told]]:
    """Return by participant of which versions there are mails, the oldest first."""
    about = mails.c.occasion.startswith(PROGRAMME, autoescape=True)
    query = select(mails.c.participant, mails.c.occasion, mails.c.state)
    rows = connection.execute(query.where(mails.c.event_id == event_id, about))
    found: dict[str, list[Told]] = {}
    for row in rows:
        number = int(row.occasion.removeprefix(PROGRAMME))
        found.setdefault(row.participant, []).append(Told(number, MailState(row.state)))
    return {who: sorted(each, key=lambda one: one.number) for who, each in found.items()}


def queue(connection: Connection, event_id: int, number: int, letters: Mapping[str, Letter]) -> int:
    """Put letters, by participant, into the outbox and return how many are new there.

    Who has a letter about the version gets no second one; two who share an address get one each,
    since each tells another agenda. What still waits for them about earlier
    versions is taken out: the new letter tells all of it.
    """
    of_event = mails.c.event_id == event_id
    query = select(mails.c.participant).where(of_event, mails.c.occasion == occasion(number))
    known = set(connection.scalars(query))
    new = {who: each for who, each in letters.items() if who not in known}
    if not new:
        return 0
    withdraw(connection, event_id, new)
    rows = [_row(event_id, number, who, each) for who, each in new.items()]
    connection.execute(insert(mails), rows)
    return len(rows)


def withdraw(connection: Connection, event_id: int, people: Collection[str]) -> None:
    """Take out what waits for those people about any version."""
    about = mails.c.occasion.startswith(PROGRAMME, autoescape=True)
    unsent = (mails.c.event_id == event_id) & about & (mails.c.state == MailState.WAITING)
    connection.execute(delete(mails).where(unsent, mails.c.participant.in_(people)))


def counted(connection: Connection, event_id: int) -> dict[int, Counter[str]]:
    """Return by version how many mails about it are in which state."""
    about = mails.c.occasion.startswith(PROGRAMME, autoescape=True)
    query = select(mails.c.occasion, mails.c.state, func.count())
    query = query.where(mails.c.event_id == event_id, about)
    found: dict[int, Counter[str]] = {}
    for name, state, count in connection.execute(query.group_by(mails.c.occasion, mails.c.state)):
        found.setdefault(int(name.removeprefix(PROGRAMME)), Counter())[state] += count
    return found


def _row(event_id: int, number: int, participant: str, letter: Letter) -> dict[str, object]:
    owner = {"event_id": event_id, "participant": participant, "occasion": occasion(number)}
    return {**owner, **waiting(letter)}
