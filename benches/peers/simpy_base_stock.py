"""The base-stock article on SimPy: a process for the days, one for each order under way."""

import random

import simpy

import base_stock as model


def simulate(level, days):
    draws = random.Random(1)
    environment = simpy.Environment()
    rows = []
    state = {"net": level}

    def delivery(quantity):
        # Half a day early: before the need of the day that it is for.
        yield environment.timeout(model.LEAD - 0.5)
        state["net"] += quantity

    def store():
        for _ in range(days):
            # Whole units, rounded at random as in the simulator: the mean stays.
            needed = int(draws.gauss(model.MEAN, model.DEVIATION) + draws.random())
            stock = max(state["net"], 0)
            state["net"] -= needed
            rows.append((needed, min(needed, stock), max(state["net"], 0), max(-state["net"], 0)))
            # The position was at the level, so what was needed is what is ordered.
            environment.process(delivery(needed))
            yield environment.timeout(1)

    environment.process(store())
    return environment.run, lambda: rows


if __name__ == "__main__":
    model.bench(f"SimPy {simpy.__version__}", simulate, days=200_000, days_of_check=200_000)
