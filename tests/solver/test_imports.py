import subprocess
import sys


def test_a_small_event_is_solved_without_loading_cp_sat() -> None:
    program = (
        "import sys; from solver.solve import solve; from tests import factories;"
        "solve(factories.event('ab', wishes=[factories.wish('a', 'b')]));"
        "sys.exit('ortools.sat.python.cp_model' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
