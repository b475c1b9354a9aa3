"""The people's ink that everything is trained on, tuned on and measured with."""
