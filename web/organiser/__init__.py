"""What organisers do before the engine runs: log in, upload, look at who registered."""
