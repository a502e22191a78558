"""Rows and the domain meet here and nowhere else."""
