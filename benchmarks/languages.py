"""`python -m benchmarks.languages`: events in which every third pair needs an interpreter.

The value is given against the proven bound and, on small events, against the optimum that CP-SAT
proves of the whole problem in one model. A second table gives the value with one interpreter more
each time. Writes both to benchmarks/results/languages.md, too.
"""

from collections.abc import Iterable
from pathlib import Path
from random import Random

from benchmarks.generator import one_pool
from matchmaker.event import Event
from matchmaker.people import Interpreter
from matchmaker.rules.checker import violations
from solver.exact import prove
from solver.instance import instance
from solver.placement import Placement
from solver.result import Limits
from solver.solve import solve

RESULTS = Path(__file__).parent / "results" / "languages.md"
HEADER = (
    "| people | seed | interpreters | interpreted | violations | value / bound | value / optimum "
    "| status | seconds |\n|---|---|---|---|---|---|---|---|---|"
)
REGIONS = {
    ("fr",): "FR",
    ("nl",): "VLG",
    ("fr", "nl"): "WAL",
    ("fr", "en"): "FR",
    ("nl", "en"): "VLG",
}
SPOKEN = [("fr",), ("fr",), ("nl",), ("nl",), ("fr", "nl"), ("fr", "en"), ("nl", "en")]
PROVEN = 20
"""Up to how many people the whole problem is given to CP-SAT."""


def main() -> None:
    """Measure random events of 16 to 300 people."""
    rows = [HEADER, *_rows(), "", "| people | " + " | ".join(map(str, range(6))) + " |"]
    rows += ["|---" * 7 + "|", *_more_and_more()]
    print("\n".join(rows))
    RESULTS.write_text("\n".join(rows) + "\n", encoding="utf-8")


def divided(seed: int, people: int, interpreters: int, slots: int = 10) -> Event:
    """Return a random event of people who often share no language, with a quota and a bonus."""
    random = Random(seed)
    event = one_pool(seed, people, slots)
    spoken = [random.choice(SPOKEN) for _ in event.participants]
    everybody = tuple(
        each.model_copy(update={"languages": languages, "region": REGIONS[languages]})
        for each, languages in zip(event.participants, spoken, strict=True)
    )
    helpers = tuple(
        Interpreter(id=f"i{n}", name=f"I{n}", languages=("fr", "nl", "en")[: 2 + n % 2])
        for n in range(interpreters)
    )
    fields = {name: getattr(event, name) for name in Event.model_fields}
    changed = {
        "participants": everybody,
        "interpreters": helpers,
        "rules": {"cross_border_share": 0.5},
        "objective": {"cross_border_bonus": 0.25},
    }
    return Event.model_validate(fields | changed)


def _rows() -> Iterable[str]:
    for people in (12, 16, 20, 60, 120, 300):
        for seed in (1, 2, 3):
            yield _row(people, seed, max(1, people // 20))


def _row(people: int, seed: int, interpreters: int) -> str:
    event = divided(seed, people, interpreters, 6 if people <= PROVEN else 10)
    result = solve(event, Limits(10))
    c = result.certificate
    broken = len(violations(event, result.timetable))
    interpreted = sum(each.interpreter is not None for each in result.timetable.meetings)
    best = f"{c.value / optimum(event):.4f}" if people <= PROVEN else ""
    return (
        f"| {people} | {seed} | {interpreters} | {interpreted} | {broken} "
        f"| {c.value / c.bound:.4f} | {best} | {c.status} | {c.seconds:.1f} |"
    )


def optimum(event: Event) -> float:
    """Return the proven optimum of the value, by CP-SAT on the whole problem."""
    problem = instance(event)
    placement = Placement(problem)
    proof = prove(placement, 300, 0)
    if not proof.is_optimal:
        raise RuntimeError(f"{event.name} is too hard for CP-SAT")
    placement.move_to(proof.slot_of)
    return placement.value / problem.scale


def _more_and_more() -> Iterable[str]:
    for people in (30, 60):
        values = [solve(divided(1, people, n), Limits(6)).certificate.value for n in range(6)]
        yield f"| {people} | " + " | ".join(f"{each:g}" for each in values) + " |"


if __name__ == "__main__":
    main()
