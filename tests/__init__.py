"""The tests, in packages named as what they test; this file keeps those names apart from the tested ones."""
