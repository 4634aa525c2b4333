#!/usr/bin/env bash
# Whether memory grows with replications: the peak of `beredd run` with few and with many replications of a small scenario.
#
#     scripts/memory.sh              1,000 and 100,000 replications; 1 if the peak grows by more than 10 %
#     scripts/memory.sh FEW MANY     other numbers of them
#
# The scenario is one article in one store for two months, so that a hundred thousand replications take seconds. What a program
# needs anyway is little then, and what grows is seen. BEREDD names another program than target/release/beredd
# (`cargo build --release`). The peak is what the system tells of the run in `run.json`; "not run" where it tells none.
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
program=${BEREDD:-${CARGO_TARGET_DIR:-$root/target}/release/beredd}
few=${1:-1000}
many=${2:-100000}
allowed=10
[[ $few =~ ^[1-9][0-9]*$ && $many =~ ^[1-9][0-9]*$ ]] || { echo "numbers of replications are whole numbers: $few, $many" >&2; exit 2; }
[ -x "$program" ] || { echo "there is no program at $program: cargo build --release, or set BEREDD" >&2; exit 2; }
[ -r /proc/self/status ] || { echo "not run: this system does not tell peak memory"; exit 0; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# peak_of REPLICATIONS: the peak in KiB of a run of the small scenario.
peak_of() {
    local told
    "$program" run "$root/scenarios/theory/base_stock.toml" --replications "$1" --seed 1 --quiet --format json \
        --set 'scenario.measured="60 days"' --set 'scenario.warm-up="30 days"' --output "$scratch/$1" --force >/dev/null
    told=$(sed -n 's/.*"peak_memory_kib": \([0-9]*\).*/\1/p' "$scratch/$1/run.json")
    [ -n "$told" ] || { echo "not measured: the run with $1 replications tells no peak" >&2; exit 2; }
    echo "$told"
}

of_few=$(peak_of "$few")
of_many=$(peak_of "$many")
awk -v few="$few" -v many="$many" -v of_few="$of_few" -v of_many="$of_many" -v allowed=$allowed '
    BEGIN {
        growth = 100 * (of_many / of_few - 1)
        printf "%12s %12s\n", "replications", "peak, KiB"
        printf "%12d %12d\n%12d %12d\n", few, of_few, many, of_many
        printf "growth %.1f %%, at most %d %%\n", growth, allowed
        if (growth > allowed) print "MISSED: memory grows with replications"
        exit growth > allowed
    }'
