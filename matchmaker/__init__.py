"""The domain of a matchmaking day: values and pure functions, free of Flask and OR-Tools."""
