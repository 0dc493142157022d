"""The rules, by what they read."""

from worker.steps.times.grammar import Rule
from worker.steps.times.rules.clock import CLOCK
from worker.steps.times.rules.dates import DATES
from worker.steps.times.rules.deictic import DEICTIC
from worker.steps.times.rules.durations import DURATIONS
from worker.steps.times.rules.holidays import HOLIDAY_RULES
from worker.steps.times.rules.months import MONTHS
from worker.steps.times.rules.narrated import NARRATED
from worker.steps.times.rules.relative import RELATIVE
from worker.steps.times.rules.repeated import REPEATED
from worker.steps.times.rules.stretches import STRETCHES
from worker.steps.times.rules.vague import VAGUE

# Of two rules that fit at one place, the first is heard.
RULES: tuple[Rule, ...] = (
    *CLOCK,
    *REPEATED,
    *DATES,
    *MONTHS,
    *STRETCHES,
    *NARRATED,
    *RELATIVE,
    *HOLIDAY_RULES,
    *DEICTIC,
    *DURATIONS,
    *VAGUE,
)

__all__ = ["RULES"]
