"""The commands of the command line, one a file: they parse, call, show."""
