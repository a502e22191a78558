"""Measurements of quality and speed, each as a ratio to a bound or a baseline of the same run."""
