"""One base-stock article, as in benches/ratios/article_days/ and scenarios/theory/base_stock.toml: its figures, its theory, its check.

A day: goods arrive, care takes what it needs (the rest waits), and what was needed is ordered; the order arrives LEAD days later,
before that day's need. So stock at the end of a day stands against the need of LEAD days, and stock before the need of a day against
that of LEAD - 1 days.
"""

import statistics
import sys
import time
from math import erfc, exp, pi, sqrt

MEAN, DEVIATION, LEAD, LEVEL = 50, 8, 4, 250
# The timed run has the level of the bench, under which stock hardly ever runs out. Whether the model is the same shows at a
# lower level, where a third measure, the fill rate, is far from 1.
LEVEL_OF_CHECK = 215
# Seldom does a right model stray this far from theory: once in 15,000 figures.
STANDARD_ERRORS = 4
# Stretches of the run whose means give the standard error.
BATCHES = 20


def backlog(level, days):
    """Mean of what is needed beyond the level in that many days of normal need."""
    deviation = DEVIATION * sqrt(days)
    score = (level - MEAN * days) / deviation
    density = exp(-score * score / 2) / sqrt(2 * pi)
    return deviation * (density - score * erfc(score / sqrt(2)) / 2)


def theory(level):
    """Fill rate, mean stock and mean backlog at the end of a day."""
    late = backlog(level, LEAD)
    return 1 - (late - backlog(level, LEAD - 1)) / MEAN, level - MEAN * LEAD + late, late


def of_days(days):
    """Fill rate, mean stock and mean backlog from rows of (needed, served at once, stock at the end, backlog at the end)."""
    needed, served, stock, waiting = (sum(column) for column in zip(*days))
    return served / needed, stock / len(days), waiting / len(days)


def check(name, days, level):
    """Prints the measures beside theory; ends the program if the model is another one."""
    size = len(days) // BATCHES
    batches = [of_days(days[size * k : size * (k + 1)]) for k in range(BATCHES)]
    told, same = [], True
    for what, simulated, expected, parts in zip(
        ("fill rate", "mean stock", "mean backlog"), of_days(days), theory(level), zip(*batches)
    ):
        error = statistics.stdev(parts) / sqrt(BATCHES)
        same &= abs(simulated - expected) <= STANDARD_ERRORS * error
        told.append(f"{what} {simulated:.4f} ± {error:.4f} (theory {expected:.4f})")
    print(f"{name}, level {level}, {len(days)} days: " + ", ".join(told), file=sys.stderr)
    if not same:
        sys.exit(f"{name}: not the same model; more than {STANDARD_ERRORS} standard errors from theory")


def bench(name, simulate, days, days_of_check, repetitions=3):
    """Checks a model, then times it.

    `simulate(level, days)` sets a model up and returns two functions: one runs it, the other reads its days afterwards. The time to
    set up and to read is not counted.
    """
    run, read = simulate(LEVEL_OF_CHECK, days_of_check)
    run()
    # The article begins with a full stock and nothing under way.
    check(name, read()[100:], LEVEL_OF_CHECK)
    seconds = float("inf")
    for _ in range(repetitions):
        run, read = simulate(LEVEL, days)
        begun = time.process_time()
        run()
        seconds = min(seconds, time.process_time() - begun)
    print(f"{name}\tarticle-days\t{days / seconds}")
