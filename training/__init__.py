"""What trains the models that ship; not part of the worker, and needs packages that the worker does not."""
