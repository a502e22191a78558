"""Who may meet whom: the hard rules that can be told from a pair alone.

Each function bears the name of the rule in `matchmaker.rules` that it keeps, and tells of all pairs
at once which it permits.
"""

from collections.abc import Callable

import numpy as np

from solver.arrays import NONE, Ints, Truths, truths
from solver.crowd import Crowd
from solver.pairs import Pairs, earlier, vetoes

Rule = Callable[[Crowd, Pairs], Truths]


def veto(crowd: Crowd, pairs: Pairs) -> Truths:
    """Neither asked never to."""
    return ~pairs.within(vetoes(crowd))


def opposite_sides(crowd: Crowd, pairs: Pairs) -> Truths:
    """Two who both have a side are of opposite sides."""
    one, other = crowd.side[pairs.a], crowd.side[pairs.b]
    return truths((one == NONE) | (one != other))


def same_organisation(crowd: Crowd, pairs: Pairs) -> Truths:
    """They are no colleagues, or the event permits it."""
    strangers = crowd.organisation[pairs.a] != crowd.organisation[pairs.b]
    return truths(strangers | crowd.event.rules.same_organisation)


def already_met(crowd: Crowd, pairs: Pairs) -> Truths:
    """They have not met at an earlier event, or the event permits it."""
    return truths(~pairs.within(earlier(crowd)) | crowd.event.rules.already_met)


def common_language(crowd: Crowd, pairs: Pairs) -> Truths:
    """They share a language, or somebody could interpret."""
    helped = np.array([[mask != 0 for mask in row] for row in crowd.helpers], np.bool_)
    possible = ~crowd.speechless | helped.reshape(crowd.speechless.shape)
    return truths(possible[crowd.tongue[pairs.a], crowd.tongue[pairs.b]])


def fixed_table(crowd: Crowd, pairs: Pairs) -> Truths:
    """They have not two different tables of their own."""
    one, other = crowd.table[pairs.a], crowd.table[pairs.b]
    return truths((one == NONE) | (other == NONE) | (one == other))


def stays_at_one_table(crowd: Crowd, pairs: Pairs) -> Truths:
    """Who stays at one table meets nobody who stays at another, or has one of their own.

    Where the one table is somebody's own, they meet those alone who have it.
    """
    place = np.where(crowd.table == NONE, crowd.station, crowd.table)
    one, other = place[pairs.a], place[pairs.b]
    stays = (crowd.station[pairs.a] != NONE) | (crowd.station[pairs.b] != NONE)
    agree = ~stays | (one == NONE) | (other == NONE) | (one == other)
    return truths(agree & _is_host(crowd, pairs.a, pairs.b) & _is_host(crowd, pairs.b, pairs.a))


def _is_host(crowd: Crowd, guest: Ints, host: Ints) -> Truths:
    """Tell whether `host` has the table at which `guest` stays, where that is somebody's own."""
    is_own = np.isin(crowd.station, crowd.table[crowd.table != NONE])
    return truths(~is_own[guest] | (crowd.table[host] == crowd.station[guest]))


RULES: dict[str, Rule] = {
    each.__name__: each
    for each in (
        veto,
        opposite_sides,
        same_organisation,
        already_met,
        common_language,
        fixed_table,
        stays_at_one_table,
    )
}
"""Every rule by its name."""
