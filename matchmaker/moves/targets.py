"""Where a meeting can go: a verdict for every slot and table at once."""

from collections.abc import Mapping

from matchmaker.moves.judge import Judge
from matchmaker.moves.move import Move
from matchmaker.moves.verdict import Colour, Verdict

Place = tuple[str, str]
"""The ids of a slot and a table."""

ORDER = tuple(Colour)


def targets(judge: Judge, two: tuple[str, str]) -> dict[Place, Verdict]:
    """Return the verdict on a meeting of the two in each slot at each table."""
    event = judge.plan.event
    return {
        (slot, table): judge.verdict(_to(two, slot, table))
        for slot in event.slot_by_id
        for table in event.table_by_id
    }


def best_tables(judged: Mapping[Place, Verdict], home: str | None) -> dict[str, str]:
    """Return by slot the table that is best: by colour, then nobody makes way, then `home`."""
    best: dict[str, tuple[tuple[int, bool, bool], str]] = {}
    for (slot, table), verdict in judged.items():
        rank = (ORDER.index(verdict.colour), bool(verdict.exchange.displaced), table != home)
        if slot not in best or rank < best[slot][0]:
            best[slot] = (rank, table)
    return {slot: table for slot, (_, table) in best.items()}


def _to(two: tuple[str, str], slot: str, table: str) -> Move:
    one, other = two
    return Move(participant_a=one, participant_b=other, slot=slot, table=table)
