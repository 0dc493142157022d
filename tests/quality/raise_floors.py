"""Lift the floors to what is measured now: `python -m tests.quality.raise_floors`. It never lowers one."""

import sys
import tomllib
from pathlib import Path

from tests.quality.measure import measure

FLOORS = Path(__file__).parent / "floors.toml"
SLACK = 0.002
"""A floor stands so much below the figure: another version of a library may cost a page."""


def floors() -> dict[str, float]:
    """The floors that stand; none where there is no file yet."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"] if FLOORS.exists() else {}


def raised(standing: dict[str, float], measured: dict[str, float]) -> dict[str, float]:
    """Each floor at the higher of what stands and what is measured, less the slack; one that nothing reaches stays."""
    lifted = {name: round(max(0.0, value - SLACK), 3) for name, value in measured.items()}
    return {name: max(standing.get(name, 0.0), lifted.get(name, 0.0)) for name in sorted(standing | lifted)}


def main() -> int:
    """Write the file anew; 1 where a figure is below its floor, which then stays."""
    measured, standing = measure(), floors()
    rows = "".join(f'"{name}" = {value}\n' for name, value in raised(standing, measured).items())
    FLOORS.write_text("# Written by raise_floors.py, which never lowers one.\n[floors]\n" + rows, encoding="utf-8")
    below = {name: value for name, value in measured.items() if value < standing.get(name, 0.0)}
    sys.stdout.write("".join(f"{name}: {value} is below {standing[name]}\n" for name, value in below.items()))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
