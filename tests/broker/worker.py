"""A worker process that only echoes: `python -m tests.broker.worker SETTINGS_AS_JSON`; says when it is ready."""

import sys
import threading
import time

from tests.broker.harness import Echo
from worker.broker import Loop
from worker.settings import Settings
from worker.telemetry import Health, Metrics


def main() -> None:
    """Run until killed."""
    health = Health(60.0)
    loop = Loop(Settings.model_validate_json(sys.argv[1]), Echo(), Metrics(), health, threading.Event())

    def tell() -> None:
        while not health.assigned:
            time.sleep(0.05)
        sys.stdout.write("ready\n")
        sys.stdout.flush()

    threading.Thread(target=tell, daemon=True).start()
    loop.run()


if __name__ == "__main__":
    main()
