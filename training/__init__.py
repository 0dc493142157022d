"""How the models that ship are made. Nothing here is needed to run the worker."""
