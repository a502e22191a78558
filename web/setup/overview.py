"""The first page of the set-up: what is missing, what is there, and taking it along."""

from flask import render_template
from flask.typing import ResponseReturnValue

from web.access import permitted, reader
from web.current import current_or_404
from web.rights import Right
from web.services import services
from web.setup.checklist import checklist
from web.setup.sections import sections
from web.setup.timeline import strips


@permitted(Right.PREPARE)
def shown() -> ResponseReturnValue:
    """Show the list, a summary of each part, and the exports."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    event, who = now.merged.event, reader()
    return render_template(
        "setup_overview.html",
        now=now,
        event=event,
        items=checklist(event),
        strips=strips(event.slots, event.sessions),
        may_copy=who is not None and who.account.is_administrator,
        sections=sections(),
    )
