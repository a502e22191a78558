"""A label and what it says, with a colon between them as its language has it."""

from matchmaker.documents.voices import stretches
from matchmaker.documents.wording import Paper, words


def after_label(paper: Paper, label: str, text: object) -> str:
    """Return `text` after `label`; of a label in several languages the last has the colon."""
    language, _ = stretches(label)[-1]
    said = words(language or paper.language)
    return said("{label}: {text}", label=label, text=text)
