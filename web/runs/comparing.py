"""Two to four runs side by side, and which meetings differ between two of them."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from web.access import permitted
from web.current import stored_or_404
from web.languages import local_text
from web.rights import Right
from web.services import services
from web.store import results, runs
from web.versions.rows import difference

comparing = Blueprint("comparing", __name__, url_prefix="/organiser/events/<event>/runs")

MOST = 4


@comparing.get("/compare")
@permitted(Right.SEE)
def show() -> ResponseReturnValue:
    """Show the figures of the runs chosen, and what differs between the two `before` and `after`.

    These are the first two runs unless others are named.
    """
    keys = list(dict.fromkeys(request.args.getlist("run")))[:MOST]
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        chosen = runs.chosen(connection, stored.id, keys)
        certificates = results.certificates_of(connection, [each.id for each in chosen])
        columns = [(each, certificates[each.id]) for each in chosen if each.id in certificates]
        ends = [
            request.args.get(name, "") or (columns[place][0].key if len(columns) > 1 else "")
            for place, name in enumerate(("before", "after"))
        ]
        pair = [run for key in ends for run, _ in columns if run.key == key]
        whole = [results.whole_of(connection, each.id) or abort(404) for each in pair]
    found = difference(whole[0], whole[1], local_text) if len(whole) == 2 else None
    return render_template(
        "runs_compared.html",
        stored=stored,
        columns=columns,
        pair=pair,
        difference=found,
    )
