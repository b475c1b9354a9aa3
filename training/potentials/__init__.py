"""The potentials of the search: what a segment of ink counts for, learned from whole numbers."""
