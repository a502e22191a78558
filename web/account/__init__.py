"""One's own account: its password, and the code of a telephone beside it."""
