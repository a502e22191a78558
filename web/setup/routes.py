"""The addresses of the set-up of an event."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import permitted
from web.rights import Right
from web.setup import day, exports, overview, terms, workshops
from web.setup.about import About
from web.setup.interpreters import Interpreters
from web.setup.page import Page
from web.setup.registration import Registration
from web.setup.rooms import Rooms
from web.setup.saving import save, show

setup = Blueprint("setup", __name__, url_prefix="/organiser/events/<event>/setup")


def _open(page: Page) -> None:
    """Let `page` be shown."""

    @permitted(Right.PREPARE)
    def shown() -> ResponseReturnValue:
        return show(page)

    setup.add_url_rule(f"/{page.key}", page.key, shown)


def _take(page: Page) -> None:
    """Let `page` be saved."""

    @permitted(Right.PREPARE)
    def saved() -> ResponseReturnValue:
        return save(page)

    setup.add_url_rule(f"/{page.key}", f"save_{page.key}", saved, methods=["POST"])


setup.add_url_rule("", "overview", overview.shown)
setup.add_url_rule("/export/<form>", "export", exports.exported)
setup.add_url_rule("/day", "day", day.shown)
setup.add_url_rule("/day/timeline", "timeline", day.timeline)
setup.add_url_rule("/terms", "terms", terms.shown)
setup.add_url_rule("/workshops", "workshops", workshops.listed)
setup.add_url_rule("/workshops/<workshop>", "workshop", workshops.shown)
setup.add_url_rule("/workshops/<workshop>", "save_workshop", workshops.saved, methods=["POST"])
WITHOUT_MORE: tuple[Page, ...] = (About(), Rooms(), Interpreters(), Registration())
"""The parts whose page shows what stands, and nothing else."""
for each in WITHOUT_MORE:
    _open(each)
for each in (*WITHOUT_MORE, day.PAGE, terms.PAGE):
    _take(each)
