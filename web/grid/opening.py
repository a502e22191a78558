"""The draft of a page as it stands, and the judge of what may be done to it."""

from collections import OrderedDict
from dataclasses import dataclass

from flask import abort
from sqlalchemy import Connection

from matchmaker.moves.judge import Judge
from matchmaker.moves.plan import Plan
from web import here
from web.current import stored_or_404
from web.store import drafts
from web.store.drafts import Draft

MOST_JUDGES = 8
_judges: OrderedDict[tuple[str, int], Judge] = OrderedDict()


@dataclass(frozen=True)
class Opened:
    """A draft, the plan that it is at present, and the step that made it so."""

    draft: Draft
    plan: Plan
    step: int

    @property
    def judge(self) -> Judge:
        """The judge of moves of this plan; a step never changes, so its judge is remembered."""
        key = (self.draft.key, self.step)
        judge = _judges.get(key) or Judge(self.plan)
        _judges[key] = judge
        while len(_judges) > MOST_JUDGES:
            _judges.popitem(last=False)
        return judge


def opened_or_404(connection: Connection, key: str) -> Opened:
    """Return the draft of that key of the event of the page, as it stands."""
    stored_or_404(connection)
    draft = drafts.find(connection, here.event_id(), key) or abort(404)
    return Opened(draft, *drafts.current(connection, draft))
