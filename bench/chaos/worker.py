"""A worker as `news-worker run` starts it, children and all, but with the cheap pipeline: `… SETTINGS_AS_JSON`."""

import logging
import sys

from bench.chaos.words import Words
from worker.broker import BrokerError, Loop
from worker.exit_codes import ExitCode
from worker.service import Pool
from worker.settings import Settings
from worker.shutdown import Shutdown
from worker.telemetry import Health, Metrics, configure_logs

log = logging.getLogger(__name__)


def main() -> int:
    """Run until stopped; the exit code says how it ended."""
    settings = Settings.model_validate_json(sys.argv[1])
    configure_logs("INFO", "text")
    metrics, health = Metrics(), Health(settings.service.stall_seconds)
    pool = Pool(settings, metrics, health, make_pipeline=Words)
    try:
        with Shutdown(health, settings.service.drain_seconds) as shutdown:
            pool.start()
            shutdown.draining(pool.cancel)
            Loop(settings, pool, metrics, health, shutdown.requested).run()
    except KeyboardInterrupt:
        log.info("Stopped before the work began")
    except BrokerError as error:
        log.error("%s: %s", type(error).__name__, error)  # noqa: TRY400 - it is foreseen
        return int(ExitCode.KAFKA)
    finally:
        pool.close(now=True)
    return int(ExitCode.OK)


if __name__ == "__main__":
    sys.exit(main())
