"""Cells whose text is not what a person would type."""

from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.cells import CONTROL, FORMULA
from matchmaker.registrations.drafts import Draft
from matchmaker.registrations.findings import Finding, shown, warning


def suspicious(draft: Draft) -> Iterator[Finding]:
    """No cell holds a formula as text, or characters that cannot be printed."""
    for rows in draft.rows.values():
        for row in rows:
            for cell in row.record.cells.values():
                if not isinstance(cell.value, str):
                    continue
                if CONTROL.search(cell.value):
                    what = message("There are control characters in this cell; they are left out.")
                    remedy = message("Type the text anew.")
                    yield warning(cell.place, "control-character", what, remedy)
                if FORMULA.match(cell.value):
                    what = message(
                        "{value} looks like a formula; it is kept as text.", value=shown(cell.value)
                    )
                    remedy = message("Correct it if the text is not meant so.")
                    yield warning(cell.place, "formula", what, remedy)
