"""Our network beside what others read digits with, on the same data: `python -m training compare`."""
