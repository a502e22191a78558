"""Mails to participants: written, kept in an outbox, sent once."""
