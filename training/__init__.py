"""What made the weights that the worker ships; nothing here is needed to run it."""
