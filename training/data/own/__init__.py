"""People's own digits: strokes, pictures and tables that join the public data, or are to be labeled."""
