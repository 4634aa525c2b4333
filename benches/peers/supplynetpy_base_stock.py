"""The base-stock article on SupplyNetPy: an endless supplier, a distributor that orders up to its level, customers who wait for ever."""

import random
from importlib.metadata import version

import SupplyNetPy.Components as scm

import base_stock as model


def simulate(level, days):
    draws = random.Random(1)
    supplier = {"ID": "supplier", "name": "supplier", "node_type": "infinite_supplier"}
    store = {
        "ID": "store",
        "name": "store",
        "node_type": "distributor",
        "capacity": float("inf"),
        "initial_level": level,
        "inventory_holding_cost": 1,
        "replenishment_policy": scm.SSReplenishment,
        "policy_param": {"s": level - 1, "S": level},
        "product_buy_price": 1,
        "product_sell_price": 1,
    }
    # Half a day early: before the need of the day that the order is for.
    lane = {"ID": "lane", "source": "supplier", "sink": "store", "cost": 0, "lead_time": lambda: model.LEAD - 0.5}
    care = {
        "ID": "care",
        "name": "care",
        "order_arrival_model": lambda: 1,
        "order_quantity_model": lambda: int(draws.gauss(model.MEAN, model.DEVIATION) + draws.random()),
        "demand_node": "store",
        "tolerance": float("inf"),
        # Takes whatever there is, down to a unit.
        "order_min_split_ratio": 0.001,
    }
    network = scm.create_sc_net(nodes=[supplier, store], links=[lane], demands=[care])
    environment, node = network["env"], network["nodes"]["store"]
    evenings = []

    def evening():
        yield environment.timeout(0.25)
        while True:
            told = node.stats
            evenings.append((told.demand_received[1], told.shortage[1], node.inventory.level, told.backorder[1]))
            yield environment.timeout(1)

    environment.process(evening())

    def read():
        rows, before = [], (0, 0)
        for received, short, stock, waiting in evenings:
            needed = received - before[0]
            rows.append((needed, needed - (short - before[1]), stock, waiting))
            before = received, short
        return rows

    return lambda: scm.simulate_sc_net(network, days, logging=False), read


if __name__ == "__main__":
    model.bench(f"SupplyNetPy {version('supplynetpy')}", simulate, days=10_000, days_of_check=50_000)
