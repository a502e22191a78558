"""Lists of ids in one cell."""

from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft
from matchmaker.registrations.findings import Finding, error

LISTS = (
    ("sessions", "slots"),
    ("sessions", "facilitators"),
    ("sessions", "interpreters"),
    ("participants", "workshops"),
)
"""The tables and fields whose lists hold each id once."""


def repeated_in_lists(draft: Draft) -> Iterator[Finding]:
    """No session names a slot or a person twice, nobody asks for the same workshop twice."""
    for table, name in LISTS:
        for row in draft[table]:
            ids = row[name] or ()
            if len(set(ids)) < len(ids):
                what = message("The same id stands twice in this list.")
                remedy = message("Delete one of them.")
                yield error(row.place(name), "repeated-in-list", what, remedy)
