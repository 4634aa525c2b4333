"""The base-stock article on stockpyl. Its simulation orders before it receives, within a period: stock stands against LEAD periods."""

import warnings
from importlib.metadata import version

import base_stock as model

# Libraries below it tell of the escape signs in their own source.
warnings.filterwarnings("ignore")
from stockpyl.sim import simulation  # noqa: E402
from stockpyl.supply_chain_network import single_stage_system  # noqa: E402


def simulate(level, days):
    network = single_stage_system(
        demand_type="N",
        mean=model.MEAN,
        standard_deviation=model.DEVIATION,
        policy_type="BS",
        base_stock_level=level,
        shipment_lead_time=model.LEAD,
    )

    def read():
        node = network.nodes[0]
        rows = []
        owed = 0.0
        for period in range(days):
            of_period = node.state_vars[period]
            needed = of_period.inbound_order[None][node.product_indices[0]]
            net = of_period.inventory_level[node.product_indices[0]]
            waiting = max(-net, 0.0)
            # Goods reach the backlog first: what is owed of today's need is the backlog that yesterday's does not explain.
            shipped = of_period.outbound_shipment[None][node.product_indices[0]]
            rows.append((needed, max(shipped - owed, 0.0), max(net, 0.0), waiting))
            owed = waiting
        return rows

    return lambda: simulation(network, days, rand_seed=1, progress_bar=False, consistency_checks="N"), read


if __name__ == "__main__":
    model.bench(f"stockpyl {version('stockpyl')}", simulate, days=3_000, days_of_check=10_000)
