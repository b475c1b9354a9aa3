"""Digits on paper as the device gets them out of a photograph."""
