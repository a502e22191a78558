from solver.clock import Clock


def test_a_clock_is_over_when_cancelled() -> None:
    assert Clock(1000, lambda: True).is_over
    assert not Clock(1000).is_over


def test_a_clock_without_seconds_is_over() -> None:
    clock = Clock(0)
    assert (clock.is_over, clock.left, clock.share) == (True, 0, 1)


def test_a_part_is_over_with_the_whole() -> None:
    assert Clock(1000, lambda: True).part(0.5).is_over
    assert Clock(1000).part(0.5).left <= 500
