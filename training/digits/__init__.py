"""The network for digits: its settings, layers, examples, training and calibration."""
