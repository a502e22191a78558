"""The addresses of the set-up of an event."""

from flask import Blueprint

from web.setup import (
    about,
    day,
    exports,
    interpreters,
    overview,
    registration,
    rooms,
    terms,
    workshops,
)

setup = Blueprint("setup", __name__, url_prefix="/organiser/events/<event>/setup")

setup.add_url_rule("", "overview", overview.shown)
setup.add_url_rule("/export/<form>", "export", exports.exported)
setup.add_url_rule("/about", "about", about.shown)
setup.add_url_rule("/about", "save_about", about.saved, methods=["POST"])
setup.add_url_rule("/day", "day", day.shown)
setup.add_url_rule("/day", "save_day", day.saved, methods=["POST"])
setup.add_url_rule("/day/timeline", "timeline", day.timeline)
setup.add_url_rule("/rooms", "rooms", rooms.shown)
setup.add_url_rule("/rooms", "save_rooms", rooms.saved, methods=["POST"])
setup.add_url_rule("/workshops", "workshops", workshops.listed)
setup.add_url_rule("/workshops/<workshop>", "workshop", workshops.shown)
setup.add_url_rule("/workshops/<workshop>", "save_workshop", workshops.saved, methods=["POST"])
setup.add_url_rule("/interpreters", "interpreters", interpreters.shown)
setup.add_url_rule("/interpreters", "save_interpreters", interpreters.saved, methods=["POST"])
setup.add_url_rule("/terms", "terms", terms.shown)
setup.add_url_rule("/terms", "save_terms", terms.saved, methods=["POST"])
setup.add_url_rule("/registration", "registration", registration.shown)
setup.add_url_rule("/registration", "save_registration", registration.saved, methods=["POST"])
