"""HTML pages: what a page costs in memory has a bound, whatever is in it."""

import subprocess
import sys

import pytest

from tests.clean.hostile import PAGES

MOST_MEGABYTES = 300


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_of_five_megabytes_adds_less_than_its_bound(name: str) -> None:
    command = [sys.executable, "-m", "tests.clean.hostile", name]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    assert int(done.stdout) < MOST_MEGABYTES
