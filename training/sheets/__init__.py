"""Sheets of paper composed with every pixel's label known, and the network that learns to tell the labels."""
