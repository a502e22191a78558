"""The engine is compiled when the worker starts; a run that comes sooner waits, and says so."""

from collections.abc import Callable
from threading import Event as Flag
from threading import Thread

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from solver.result import Limits, Progress, Report, Result
from tests.web import samples
from web.jobs import preparing
from web.jobs.preparing import COMPILING, once_ready


class Compiler(Thread):
    """Compiles until told to be done."""

    def __init__(self) -> None:
        super().__init__(target=self._work, daemon=True)
        self.done = Flag()

    def _work(self) -> None:
        self.done.wait()


def solved(
    compiler: Compiler, report: Report, is_cancelled: Callable[[], bool] = lambda: False
) -> list[bool]:
    """Return whether the compiler was still at work each time that the engine began."""
    begun: list[bool] = []

    def engine(event: Event, limits: Limits, **_: object) -> Result:  # noqa: ARG001
        begun.append(compiler.is_alive())
        return Result(samples.timetable(), samples.certificate())

    engine_once_ready = once_ready(engine, compiler)
    given: dict[str, Timetable | None] = {"hint": None, "start": None}
    engine_once_ready(
        samples.afternoon(), Limits(1), **given, report=report, is_cancelled=is_cancelled
    )
    return begun


def test_the_time_of_a_run_begins_when_the_engine_is_compiled() -> None:
    compiler = Compiler()
    compiler.start()
    told: list[Progress] = []

    def report(progress: Progress) -> None:
        told.append(progress)
        if len(told) == 2:
            compiler.done.set()

    assert solved(compiler, report) == [False]
    assert {(each.stage, each.seconds) for each in told} == {(COMPILING, 0.0)}


def test_a_run_that_is_stopped_does_not_wait() -> None:
    compiler = Compiler()
    compiler.start()
    told: list[Progress] = []
    assert solved(compiler, told.append, is_cancelled=lambda: True) == [True]
    assert told == []
    compiler.done.set()


def test_a_compiled_engine_begins_at_once() -> None:
    compiler = Compiler()
    compiler.done.set()
    compiler.start()
    compiler.join()
    told: list[Progress] = []
    assert solved(compiler, told.append) == [False]
    assert told == []


def test_the_worker_compiles_every_kernel_beside_its_work() -> None:
    from solver.annealing import anneal

    thread = preparing.compile_beside()
    assert thread.daemon
    thread.join()
    assert anneal.signatures
