"""Texts that are the same whatever case and spaces people write them with."""


def folded(text: str) -> str:
    """Return `text` without what people write differently: case and spaces."""
    return " ".join(text.casefold().split())
