"""Compiling the engine beside all else when the worker starts, so that no run's time goes on it."""

from collections.abc import Callable
from threading import Thread

from matchmaker.event import Event
from matchmaker.timetable import Timetable
from solver.result import Limits, Progress, Report, Result
from web.jobs.perform import Engine

COMPILING = "compiling"
POLL_SECONDS = 0.2


def compile_beside() -> Thread:
    """Compile what the engine is made of in a thread: on a new machine that takes a minute."""
    thread = Thread(target=_compile, daemon=True)
    thread.start()
    return thread


def once_ready(engine: Engine, compiling: Thread) -> Engine:
    """Return `engine` that begins, and whose time begins, when `compiling` is over."""

    def made(
        event: Event,
        limits: Limits,
        *,
        hint: Timetable | None,
        start: Timetable | None,
        report: Report,
        is_cancelled: Callable[[], bool],
    ) -> Result:
        while compiling.is_alive() and not is_cancelled():
            report(Progress(COMPILING, 0.0, None, 0.0))
            compiling.join(POLL_SECONDS)
        return engine(
            event, limits, hint=hint, start=start, report=report, is_cancelled=is_cancelled
        )

    return made


def _compile() -> None:
    from solver.compile import compile_kernels  # noqa: PLC0415 -- slow to import

    compile_kernels()
