"""What is mended: a working copy as it stands, or what is published, of which one is begun then."""

from dataclasses import dataclass

from flask import abort
from sqlalchemy import Connection

from matchmaker.messages import Message
from matchmaker.moves.plan import Plan
from web import here
from web.audit import Action, actor, note
from web.current import stored_or_404
from web.grid.opening import Opened, opened_or_404
from web.grid.sentences import BEGUN
from web.store import drafts, versions
from web.store.drafts import Draft
from web.store.sentences import packed

PUBLISHED = "published"
"""What stands in addresses in the place of the key of a draft."""


@dataclass(frozen=True)
class Source:
    """A plan with the key by which pages name it, and which state of it that is."""

    key: str
    plan: Plan
    step: int
    run_id: int
    draft: Draft | None

    @property
    def opened(self) -> Opened | None:
        """The draft as it stands, where it is one."""
        return Opened(self.draft, self.plan, self.step) if self.draft else None


def source_or_404(connection: Connection, key: str) -> Source:
    """Return the draft of that key, or what is published; the step is then its number."""
    if key == PUBLISHED:
        stored_or_404(connection)
        latest = versions.latest(connection, here.event_id()) or abort(404)
        edition = latest.edition
        return Source(key, latest.content.plan, edition.number, edition.run_id or abort(404), None)
    opened = opened_or_404(connection, key)
    return Source(key, opened.plan, opened.step, opened.draft.run_id, opened.draft)


def begun_of_published(connection: Connection) -> Draft | None:
    """Return the last draft of what is published that was begun since, or None."""
    edition = (versions.latest(connection, here.event_id()) or abort(404)).edition
    return drafts.open_of(connection, edition.event_id, edition.run_id, edition.published_at)


def taken(connection: Connection, source: Source, plan: Plan, text: Message) -> str:
    """Make `plan` the state of the draft, by a step of its own; return the key of the draft.

    Where the source is what is published, a draft of it is begun. Raises Overtaken where the draft
    does not stand at the step of the source any more.
    """
    draft = source.draft or _begun(connection, source)
    step = source.step if source.draft else drafts.FIRST
    number = drafts.change(connection, draft, step, plan, text, actor())
    note(connection, Action.DRAFT_CHANGED, draft.key, step=number, sentence=packed(text))
    return draft.key


def _begun(connection: Connection, source: Source) -> Draft:
    event_id = here.event_id()
    key = drafts.begin(connection, event_id, source.run_id, source.plan, BEGUN, actor())
    note(connection, Action.DRAFT_BEGUN, key, version=source.step)
    return drafts.find(connection, event_id, key) or abort(404)
