"""The addresses of the records of people."""

from collections.abc import Callable, Mapping

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound

from web.faults import page as fault
from web.records import export, firms, page, profile, removing, wishes

records = Blueprint("records", __name__, url_prefix="/organiser/events/<event>")
ONE = "/people/<participant_id>"

records.add_url_rule("/people.csv", "export", export.export)
records.add_url_rule("/new-person", "new", profile.new)
records.add_url_rule("/new-person", "add", profile.add, methods=["POST"])
records.add_url_rule(ONE, "show", page.show)
records.add_url_rule(f"{ONE}/presence", "tell", page.tell, methods=["POST"])
for name, shown, saved in (
    ("profile", profile.profile, profile.save_profile),
    ("wishes", wishes.wishes, wishes.save_wishes),
    ("organisation", firms.organisation, firms.save_organisation),
):
    records.add_url_rule(f"{ONE}/{name}", name, shown)
    records.add_url_rule(f"{ONE}/{name}", f"save_{name}", saved, methods=["POST"])
records.add_url_rule(f"{ONE}/remove", "ask", removing.ask)
records.add_url_rule(f"{ONE}/remove", "remove", removing.remove, methods=["POST"])

AGAIN: Mapping[str, Callable[..., ResponseReturnValue]] = {
    "records.save_profile": profile.stale_profile,
    "records.add": profile.stale_profile,
    "records.save_wishes": wishes.stale_wishes,
    "records.save_organisation": firms.stale_organisation,
}
"""What shows a form again as it was typed."""


@records.errorhandler(CSRFError)
def stale(_: CSRFError) -> ResponseReturnValue:
    """Show the form again, since the page it came from is no longer valid."""
    again = AGAIN.get(request.endpoint or "")
    try:
        return again(**(request.view_args or {})) if again else fault(400)
    except NotFound:
        return fault(404)
