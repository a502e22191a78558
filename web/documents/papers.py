"""On which paper documents can be printed, where there is a choice; the first is the usual one."""

from collections.abc import Mapping

from matchmaker.messages import Message, message

PAPERS: Mapping[str, Mapping[str, Message]] = {
    "agendas": {"a4": message("A4, folded to A5"), "a5": message("A5")},
    "badges": {
        "90x60": message("90 × 60 mm"),
        "86x54": message("86 × 54 mm"),
        "a6": message("A6, folded"),
    },
    "table-cards": {"tent": message("A4, folded as a tent"), "a4": message("A4, flat")},
}


def papers_of(answers: Mapping[str, str]) -> dict[str, str] | None:
    """Return the paper chosen for each kind of document, or None where there is no such paper."""
    chosen = {kind: answers.get(kind, next(iter(each))) for kind, each in PAPERS.items()}
    return chosen if all(each in PAPERS[kind] for kind, each in chosen.items()) else None
