"""The hold model on SimPy: as many processes as events wait, each in a loop of timeouts. Draws are made before the clock runs.

`simpy_hold.py WAITING HOLDS ROUNDS`
"""

import random
import sys
import time

import simpy

MINUTES_APART = 10


def main(waiting, holds, rounds):
    draws = random.Random(1)
    total = waiting + holds * (rounds + 1)
    increments = iter([1 + int(draws.expovariate(1 / (MINUTES_APART * waiting))) for _ in range(total)])
    environment = simpy.Environment()
    seen = [0, 0]

    def process(number):
        while True:
            yield environment.timeout(next(increments))
            seen[0] += 1
            seen[1] ^= number + environment.now

    for number in range(waiting):
        environment.process(process(number))
    # Every process starts with an event of its own.
    for _ in range(waiting):
        environment.step()
    least = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        for _ in range(holds):
            environment.step()
        least = min(least, time.process_time() - begun)
    if seen[0] != holds * rounds:
        sys.exit(f"{seen[0]} events instead of {holds * rounds}")
    print(f"SimPy {simpy.__version__}\t{waiting}\t{holds / least / 1e6}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
