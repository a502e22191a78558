from solver.annealing import anneal
from solver.compile import compile_kernels
from solver.days import gaps
from solver.ejection import search
from solver.solve import solve
from tests.solver.builders import random_event


def test_a_run_compiles_nothing_that_was_not_compiled_before() -> None:
    compile_kernels()
    kernels = (search, anneal, gaps)
    before = [len(each.signatures) for each in kernels]
    solve(random_event(8, people=24, slots=6, tables=5))
    assert [len(each.signatures) for each in kernels] == before
