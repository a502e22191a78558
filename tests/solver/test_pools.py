from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from solver.pools import pools


def can_serve(needs: list[int], free: int) -> bool:
    """Tell by trying whether each need gets one of the `free` for itself."""
    options = [[i for i in range(4) if need & free & 1 << i] for need in needs]
    return any(len(set(choice)) == len(needs) for choice in product(*options))


@given(st.lists(st.integers(1, 15), min_size=1, max_size=5), st.integers(0, 15))
def test_pools_have_room_just_when_each_need_gets_an_interpreter_for_itself(
    needs: list[int], free: int
) -> None:
    given_pools = pools(
        shares=np.ones(len(needs), np.bool_),
        helpers=np.arange(len(needs), dtype=np.int32),
        sets=needs,
        tables=len(needs),
        is_interpreting=np.array([[free >> i & 1] for i in range(4)], np.uint8),
    )
    has_room = all(len(pool.candidates) <= pool.places[0] for pool in given_pools.as_objects())
    assert has_room == can_serve(needs, free)
