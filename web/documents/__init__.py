"""The printed documents as downloads."""
