"""The tables of the store. Every change here needs a migration beside it."""
