"""Tables: where they stand in the drawing of their room."""

from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, error, shown, warning


def half_placed(draft: Draft) -> Iterator[Finding]:
    """Every table has both x and y, or neither."""
    for row in draft["tables"]:
        for given, missing in (("x", "y"), ("y", "x")):
            if row[given] is not None and row[missing] is None and not _is_filled(row, missing):
                what = message(
                    "Table {id} has {given}, but no {missing}.",
                    id=shown(row["id"]),
                    given=given,
                    missing=missing,
                )
                remedy = message("Give both, or neither.")
                yield error(row.place(given), "half-placed", what, remedy)


def same_places(draft: Draft) -> Iterator[Finding]:
    """No two tables stand in the same place of a room."""
    taken: dict[tuple[str | None, float, float], Row] = {}
    for row in _placed(draft):
        earlier = taken.setdefault((row["room"], row["x"], row["y"]), row)
        if earlier is not row:
            what = message(
                "Tables {one} and {other} stand in the same place, so their room is drawn in rows.",
                one=shown(earlier["id"]),
                other=shown(row["id"]),
            )
            yield warning(row.place("x"), "same-place", what, message("Correct x or y of one."))


def unplaced(draft: Draft) -> Iterator[Finding]:
    """Where some tables of a room have places, all have."""
    rooms = {row["room"] for row in _placed(draft)}
    for row in draft["tables"]:
        if row["x"] is None and row["y"] is None and row["room"] in rooms:
            what = message(
                "Table {id} has no place, so it is drawn below the others of its room.",
                id=shown(row["id"]),
            )
            remedy = message("Give its x and y.")
            yield warning(row.place("id"), "unplaced-table", what, remedy)


def _placed(draft: Draft) -> list[Row]:
    return [row for row in draft["tables"] if row["x"] is not None and row["y"] is not None]


def _is_filled(row: Row, name: str) -> bool:
    """Tell whether the cell holds something, such as what is no number."""
    cell = row.record.cells.get(name)
    return cell is not None and not cell.is_blank
