"""Two people of an event in an address: their numbers in its list, as "12-345"."""

from flask import abort

from matchmaker.event import Event


def numbered(event: Event) -> dict[str, int]:
    """Return the number of everybody in the list, by id."""
    return {each: number for number, each in enumerate(event.participant_by_id)}


def written(numbers: dict[str, int], two: tuple[str, str]) -> str:
    """Return how the two stand in addresses."""
    return f"{numbers[two[0]]}-{numbers[two[1]]}"


def two_or_404(event: Event, pair: str) -> tuple[str, str]:
    """Return the ids of the two who are written so."""
    one, _, other = pair.partition("-")
    people = list(event.participant_by_id)
    if not (_is_number(one, people) and _is_number(other, people)) or int(one) == int(other):
        abort(404)
    return people[int(one)], people[int(other)]


def _is_number(text: str, people: list[str]) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7 and int(text) < len(people)
