"""Ink and images made of what people wrote, or made up: more ways of writing than the data hold."""
