"""How random tests are drawn: anew each time, but always alike where CI says so."""

import os

from hypothesis import settings

settings.register_profile("alike", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("alike")
