"""The addresses of the records of people."""

from flask import Blueprint

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
