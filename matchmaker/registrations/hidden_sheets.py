"""Hidden sheets are never passed over in silence, whether they are read or not."""

from matchmaker.messages import message
from matchmaker.registrations.findings import Finding, Place, shown, warning


def hidden_but_read(sheet: str, name: str) -> Finding:
    """Return the Finding, told of `name`, that a hidden sheet was read."""
    what = message(
        "The sheet {sheet} is hidden; it was read because of its name.", sheet=shown(sheet)
    )
    remedy = message("Delete or rename it if it is out of date.")
    return warning(Place(name), "hidden-sheet", what, remedy)


def hidden_and_left_out(sheet: str, name: str) -> Finding:
    """Return the Finding, told of `name`, that a hidden sheet was not read."""
    what = message("The sheet {sheet} is hidden and is left out.", sheet=shown(sheet))
    remedy = message("Show it in the spreadsheet if it belongs to the event.")
    return warning(Place(name), "hidden-sheet", what, remedy)
