"""Runs of the engine as organisers see them."""
