"""Who organises an event: roles, invitations, tokens for other programs, and the log."""
