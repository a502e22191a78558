"""The questions of a workshop: a line each, in the same order in each language."""

from collections.abc import Sequence
from itertools import zip_longest

from matchmaker.messages import message
from web.setup.fields import LANGUAGES, Fields

MOST_QUESTIONS = 12
LONGEST = 400


def answers_of_questions(questions: Sequence[dict[str, str]]) -> dict[str, str]:
    """Return the questions of each language, a line each."""
    return {
        f"questions_{language}": "\n".join(
            each.get(language, each.get("", "")) for each in questions
        ).rstrip("\n")
        for language in LANGUAGES
    }


def questions_of(fields: Fields) -> tuple[dict[str, str], ...]:
    """Return the questions: the n-th line of each language is the n-th question."""
    typed = {language: _lines(fields, f"questions_{language}") for language in LANGUAGES}
    together = zip_longest(*typed.values(), fillvalue="")
    questions = (
        {k: text for k, text in zip(LANGUAGES, each, strict=True) if text} for each in together
    )
    return tuple(each for each in questions if each)


def _lines(fields: Fields, name: str) -> list[str]:
    lines = [" ".join(each.split()) for each in fields.answers.get(name, "").splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    if len(lines) > MOST_QUESTIONS:
        fields.errors[name] = message("Write at most {most} lines here.", most=MOST_QUESTIONS)
    if any(len(each) > LONGEST for each in lines):
        fields.errors[name] = message("Write at most {most} characters on a line.", most=LONGEST)
    return lines
