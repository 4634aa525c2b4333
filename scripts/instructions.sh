#!/usr/bin/env bash
# Counts the instructions that the program takes per article-site-day, and compares them to benches/instructions.toml. Counts do not
# depend on how busy the machine is, so they show what times hide.
#
#     scripts/instructions.sh            1 if a job takes over 5 % more than is written down
#     scripts/instructions.sh --renew    writes down what is counted now
#
# Every job runs with two lengths; the difference is what days cost, without starting a replication; only replications are counted.
# The release program is built with the names of its functions, by which replications are known, and stays so until the next
# `cargo build --release`. BEREDD names another program, which must have them. Counted by valgrind; "not run" without it.
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
program=${BEREDD:-}
kept=$root/benches/instructions.toml
allowed=5
case ${1:-} in
    "") renew=no ;;
    --renew) renew=yes ;;
    *) echo "unknown argument: $1; known is --renew" >&2; exit 2 ;;
esac
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if command -v valgrind >/dev/null; then
    count() {
        valgrind --tool=callgrind --toggle-collect='*replication*Ready*simulate*' --callgrind-out-file="$scratch/counts" "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : //p'
    }
else
    echo "not run: valgrind is missing"
    exit 0
fi
if [ -z "$program" ]; then
    cargo rustc --quiet --locked --release --manifest-path "$root/Cargo.toml" --bin beredd -- -C strip=none
    program=${CARGO_TARGET_DIR:-$root/target}/release/beredd
fi
[ -x "$program" ] || { echo "there is no program at $program" >&2; exit 2; }

# instructions_of FILE DAYS [SETTING ...]: a run of that many measured days, on one thread.
instructions_of() {
    local file=$1 days=$2 settings=() setting told
    shift 2
    for setting in "$@" "scenario.measured=\"$days days\"" 'scenario.warm-up="90 days"'; do settings+=(--set "$setting"); done
    told=$(count "$program" run "$root/$file" --replications 1 --jobs 1 --seed 1 --quiet --format json \
        --output "$scratch/run" --force "${settings[@]}") && [[ $told =~ ^[1-9][0-9]*$ ]] ||
        { echo "not counted: a run of $file with $days days failed" >&2; exit 2; }
    echo "$told"
}

# job NAME CELLS SHORT LONG FILE [SETTING ...]: instructions per article-site-day into the file of results.
job() {
    local name=$1 cells=$2 short=$3 long=$4 file=$5 few many
    shift 5
    few=$(instructions_of "$file" "$short" "$@")
    many=$(instructions_of "$file" "$long" "$@")
    awk -v name="$name" -v more=$((many - few)) -v days=$(((long - short) * cells)) \
        'BEGIN { printf "%s = %.1f\n", name, more / days }' >>"$scratch/found"
}

# One article in one store; 200 articles in six sites, 940 pairs of article and site (`beredd run … --dry-run` tells them).
job base_stock 1 1000 31000 scenarios/theory/base_stock.toml
job region 940 365 1095 scenarios/vasterbotten/today.toml endurance.probes=0

if [ $renew = yes ]; then
    { grep '^#' "$kept"; cat "$scratch/found"; } >"$scratch/kept"
    cp "$scratch/kept" "$kept"
    cat "$scratch/found"
    exit 0
fi

awk -v allowed=$allowed '
    /^#/ { next }
    NR == FNR { was[$1] = $3; next }
    FNR == 1 { printf "%-12s %10s %10s %9s\n", "job", "was", "is", "change" }
    !($1 in was) { printf "%-12s is not in benches/instructions.toml\n", $1; bad = 1; next }
    {
        change = 100 * ($3 / was[$1] - 1)
        over = change > allowed
        bad += over
        printf "%-12s %10.1f %10.1f %+8.1f%%%s\n", $1, was[$1], $3, change, over ? "  over " allowed "%" : ""
    }
    END {
        if (bad) print "Make it faster, or write the new counts down with a reason in the commit: scripts/instructions.sh --renew"
        exit bad > 0
    }' "$kept" "$scratch/found"
