"""Runs of the engine in a process of their own, so that pages never wait for it."""
