"""Ids made of names, readable in files."""

from collections.abc import Collection

from web.store.event_keys import proposed


def id_of(name: str, taken: Collection[str]) -> str:
    """Return an id made of `name` that is none of `taken`."""
    return proposed({"": name}, taken)
