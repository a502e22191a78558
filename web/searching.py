"""Finding text by words: in any order, whatever the case, each anywhere in the text."""

from matchmaker.sameness import folded


def has_words(text: str, words: str) -> bool:
    """Tell whether each of `words` stands somewhere in `text`; no words are in every text."""
    inside = folded(text)
    return all(each in inside for each in folded(words).split())
