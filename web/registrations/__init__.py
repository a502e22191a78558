"""The form on which participants register, and their private page."""
