"""Where an event stands: what there is of it, what is missing, and what changed since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from matchmaker.certificate import Certificate
from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.moves.present import newcomers
from matchmaker.people import Participant
from matchmaker.planning.readiness import FEWEST_PEOPLE, Finding, Lack, findings
from matchmaker.rules.unusable import unusable
from matchmaker.stranded import Stranded, stranded
from web.current import Current
from web.records.reminding import unwishing
from web.store import drafts, outbox, results, runs, versions
from web.store.mails import MailState
from web.store.runs import Run, State
from web.store.versions import Edition, Version
from web.wall_clock import begun

OF_PEOPLE = frozenset({Lack.PEOPLE, Lack.WISHES})
"""What is lacking of people, who come after the set-up."""


@dataclass(frozen=True)
class Crowd:
    """Who takes part, counted: all, of them those who answered the form, and so on."""

    all: int
    answered: int
    unconfirmed: int
    unwishing: int

    @property
    def is_enough(self) -> bool:
        """Whether anybody can meet anybody."""
        return self.all >= FEWEST_PEOPLE


@dataclass(frozen=True)
class Standing:
    """All that the overview tells.

    `solved` is the last run that gave a timetable. On the `stranded` the published one counts in
    vain, and the `newcomers` are not in it; `mended` is the key of a draft of it in which both are
    seen to, if there is one. What the published one uses and is not there any more is `unusable`.
    """

    now: Current
    crowd: Crowd
    findings: tuple[Finding, ...]
    newest: Run | None
    solved: Run | None
    certificate: Certificate | None
    edition: Edition | None
    stranded: tuple[Stranded, ...]
    mails: Mapping[MailState, int]
    present: datetime
    newcomers: tuple[Participant, ...] = ()
    mended: str = ""
    unusable: tuple[Message, ...] = ()

    @property
    def missing(self) -> int:
        """How many things of the programme must be settled before anything else."""
        return sum(each.is_stopping and each.lack not in OF_PEOPLE for each in self.findings)

    @property
    def advice(self) -> int:
        """How many things are worth a look."""
        return sum(not each.is_stopping for each in self.findings)

    @property
    def days(self) -> int:
        """How many days it is until the first slot; below 0 when that day is over."""
        return (self.now.merged.event.slots[0].start.date() - self.present.date()).days

    @property
    def is_over(self) -> bool:
        """Whether the last slot is over."""
        return self.present > self.now.merged.event.slots[-1].end

    @property
    def has_wishes(self) -> bool:
        """Whether anybody wishes to meet anybody."""
        return any(not each.is_veto for each in self.now.merged.event.wishes)

    @property
    def is_newest_unfinished(self) -> bool:
        """Whether the last run is still at work, or failed."""
        run = self.newest
        return run is not None and (run.is_under_way or run.state is State.FAILED)

    @property
    def is_solved_outdated(self) -> bool:
        """Whether the event is another than that of the last timetable."""
        return self.solved is not None and self._has_changed_since(self.solved.created_at)

    @property
    def is_solved_since(self) -> bool:
        """Whether the last timetable is later than what is published, and of the event as it is."""
        if self.solved is None or self.edition is None or self.is_solved_outdated:
            return False
        return self.solved.created_at > self.edition.published_at

    @property
    def is_edition_outdated(self) -> bool:
        """Whether the event is another than when it was published."""
        return self.edition is not None and self._has_changed_since(self.edition.published_at)

    def _has_changed_since(self, moment: datetime) -> bool:
        changes = (each.updated_at for each in self.now.registrations)
        return max((self.now.stored.updated_at, *changes)) > moment


def standing(connection: Connection, now: Current, present: datetime) -> Standing:
    """Return where the event stands at the `present` time of its own clocks."""
    event_id = now.stored.id
    newest = runs.newest(connection, event_id, count=1)
    solved = runs.newest_with_result(connection, event_id)
    latest = versions.latest(connection, event_id)
    return Standing(
        now=now,
        crowd=_crowd(now),
        findings=tuple(findings(now.merged.event)),
        newest=newest[0] if newest else None,
        solved=solved,
        certificate=results.certificate_of(connection, solved.id) if solved else None,
        edition=latest.edition if latest else None,
        mails=outbox.counts(connection, event_id),
        present=present,
        **(_turnout(connection, latest, now) if latest else {"stranded": ()}),
    )


def _turnout(connection: Connection, latest: Version, now: Current) -> dict[str, Any]:
    """Return who is away of what is published, who is new, and where that is mended."""
    day, published = now.merged.event, latest.content
    past = begun(published.event)
    away = stranded(published.event, published.timetable, day, past)
    new = newcomers(published.event, day)
    mended = _mended(connection, latest.edition, day) if away or new else ""
    found = {"stranded": away, "newcomers": new, "mended": mended}
    if now.stored.updated_at <= latest.edition.published_at:
        return found
    return {**found, "unusable": unusable(published.event, published.timetable, day, past)}


def _mended(connection: Connection, edition: Edition, day: Event) -> str:
    """Return the key of the draft of what is published, if all is mended there."""
    found = drafts.open_of(connection, edition.event_id, edition.run_id, edition.published_at)
    if found is None:
        return ""
    event, timetable = (plan := drafts.current(connection, found).plan).event, plan.timetable
    is_open = stranded(event, timetable, day, begun(event)) or newcomers(event, day)
    return "" if is_open else found.key


def _crowd(now: Current) -> Crowd:
    return Crowd(
        all=len(now.merged.event.participants),
        answered=sum(each.is_of_form for each in now.registrations),
        unconfirmed=sum(not each.is_confirmed for each in now.registrations),
        unwishing=len(unwishing(now)),
    )
