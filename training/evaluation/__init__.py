"""What a trained network is worth: measures, corruptions, and the report. Nothing here trains."""
