"""The child processes that do the work, and what keeps one bad record from costing more than itself."""

from worker.service.errors import PoolError
from worker.service.inline import InlinePool
from worker.service.pool import Pool
from worker.service.processor import MakePipeline, Processor
from worker.settings import Settings
from worker.telemetry import Health, Metrics


def make_processor(settings: Settings, metrics: Metrics, health: Health) -> Processor:
    """Child processes, or with `pool.processes = 0` none; not started yet."""
    return (InlinePool if settings.pool.processes == 0 else Pool)(settings, metrics, health)


__all__ = ["InlinePool", "MakePipeline", "Pool", "PoolError", "Processor", "make_processor"]
