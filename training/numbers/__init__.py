"""Numbers that one person could have written: composed of that person's own digits, for tuning and for measuring."""
