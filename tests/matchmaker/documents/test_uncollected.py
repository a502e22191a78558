import gc

import pytest

from matchmaker.documents.uncollected import uncollected


def test_garbage_is_collected_again_afterwards_even_after_an_error() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"), uncollected():
        raise ValueError("x")
    assert gc.isenabled()


def test_where_it_was_held_back_before_it_stays_so() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
