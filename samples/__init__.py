"""Sample pages for the demo, the benchmarks and the tests, and the script that made them."""
