"""Digits on paper as they come out of a photograph, cut out by a stand-in for the page's code."""
