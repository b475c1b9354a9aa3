"""A person's corrected digits, and how much they say about the next one."""
