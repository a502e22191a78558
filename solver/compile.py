"""Compiling what is compiled before it is needed: `python -m solver.compile`."""

from datetime import datetime, timedelta

import numpy as np

from matchmaker.event import Event
from matchmaker.people import Organisation, Participant
from matchmaker.programme import Slot
from solver.annealing import anneal
from solver.days import days_of
from solver.ejection import search
from solver.filling import place
from solver.gaps import gap_bound
from solver.improvement import stock_of
from solver.instance import instance
from solver.kempe import scratch
from solver.placement import Placement
from solver.polish import choice_of
from solver.turns import in_turn, laps


def compile_kernels() -> None:
    """Compile the kernels, once for all runs on this machine: it takes some seconds."""
    placement = Placement(instance(_least_event()))
    board, none = placement.board, np.zeros(0, np.int32)
    room = scratch(board, 0)
    in_turn(board, none)
    laps(board, none, none, placement.instance.first)
    place(board, room, none)
    search(board, room, stock_of(placement), 0, 1.0, 0)
    gap_bound(placement, 0)
    days = days_of(board, placement.instance.is_free, placement.instance.is_seated, (1, 1))
    anneal(board, days, room, choice_of(placement, may_swap=True), 0, 1.0)


def _least_event() -> Event:
    start = datetime(2027, 3, 18, 13, 30)
    return Event(
        name="nobody to meet",
        slots=(Slot(id="1", start=start, end=start + timedelta(minutes=12)),),
        organisations=(Organisation(id="a", name="A"),),
        participants=(Participant(id="a", last_name="A", organisation="a"),),
    )


if __name__ == "__main__":
    compile_kernels()
