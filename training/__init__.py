"""Trains the network that Inkdigit reads with; see `python -m training --help`."""
