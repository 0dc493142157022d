"""The composition root: the one module that knows every part, wires them, and decides how the process ends."""

import logging
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

from worker import __version__
from worker.broker import (
    BrokerError,
    FencedError,
    FloodError,
    Loop,
    RefusedError,
    UnfitError,
    UnreachableError,
)
from worker.exit_codes import ExitCode
from worker.service import PoolError, Processor, make_processor
from worker.settings import Settings
from worker.shutdown import Shutdown
from worker.telemetry import AddressError, Health, HttpServer, Metrics, configure_logs

log = logging.getLogger(__name__)

# The first that fits counts: a class stands before its base.
EXITS: dict[type[Exception], ExitCode] = {
    AddressError: ExitCode.USAGE,
    PoolError: ExitCode.USAGE,
    FloodError: ExitCode.FLOOD,
    UnreachableError: ExitCode.KAFKA,
    RefusedError: ExitCode.KAFKA,
    FencedError: ExitCode.KAFKA,
    UnfitError: ExitCode.USAGE,
    BrokerError: ExitCode.FAILED,
}


def run(settings: Settings) -> ExitCode:
    """Serve until told to stop or until it cannot go on; the exit code says which, the last log line why."""
    configure_logs(settings.telemetry.log_level, settings.telemetry.log_format)
    try:
        _serve(settings)
    except KeyboardInterrupt:
        log.info("Told to stop before the work began: nothing was in hand")
    except Exception as error:  # noqa: BLE001 - the last resort, so that every end has its code and its log line
        return _explained(error)
    log.info("Stopped in good order")
    return ExitCode.OK


def _serve(settings: Settings) -> None:
    metrics, health = Metrics(), Health(settings.service.stall_seconds)
    metrics.build.info(versions(settings))
    with _http(settings, metrics, health), Shutdown(health, settings.service.drain_seconds) as shutdown:
        log.info("Starting the children")
        with processing(settings, metrics, health) as processor:
            log.info("The children are ready; joining the group", extra={"group": settings.kafka.group})
            shutdown.draining(processor.cancel)
            Loop(settings, processor, metrics, health, shutdown.requested).run()
            log.info("Left the group; stopping the children")
            if shutdown.gave_up:  # they are still at what was dropped
                processor.close(now=True)


@contextmanager
def processing(settings: Settings, metrics: Metrics | None = None, health: Health | None = None) -> Iterator[Processor]:
    """The started pool of the settings; closed in good order, or at once after an exception."""
    pool = make_processor(settings, metrics or Metrics(), health or Health(settings.service.stall_seconds))
    try:
        pool.start()
        yield pool
    except BaseException:
        pool.close(now=True)
        raise
    pool.close()


@contextmanager
def _http(settings: Settings, metrics: Metrics, health: Health) -> Iterator[None]:
    server = HttpServer(settings.telemetry.host, settings.telemetry.port, metrics, health)
    server.start()
    log.info("Serving /metrics, /healthz and /readyz", extra={"port": server.port})
    try:
        yield
    finally:
        server.close()


def versions(settings: Settings) -> dict[str, str]:
    """What runs, for the build metric and for the curious."""
    return {
        "version": __version__,
        "python": platform.python_version(),
        "kafka_python": version("kafka-python"),
        "spacy": version("spacy"),
        "model": settings.nlp.model,
    }


def exit_code(error: Exception) -> ExitCode:
    """How a process ends that cannot go on because of this."""
    return next((code for kind, code in EXITS.items() if isinstance(error, kind)), ExitCode.FAILED)


def _explained(error: Exception) -> ExitCode:
    """One sentence for what is foreseen, the whole trace for what is not."""
    code, foreseen = exit_code(error), isinstance(error, tuple(EXITS))
    message = str(error) if foreseen else "Unexpected: ending; what was not committed will be done again"
    extra = {"exit_code": int(code), "error": type(error).__name__}
    log.error("%s", message, extra=extra, exc_info=None if foreseen else error)
    return code
