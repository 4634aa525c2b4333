#!/usr/bin/env bash
# Runs other simulators beside ours and prints one table. What cannot be fetched or built is "not run", with the reason.
#
#     benches/peers/run.sh
#
# Ends with 1 if our engine is behind another one on the hold model, if an article-day is less than 50 times as fast as on SimPy,
# or if a model is not the one that it should be. CARGO names another cargo, PYTHON another Python, PEERS_VENV another folder for the
# packages than venv/ here, CARGO_TARGET_DIR another target folder.
set -uo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cargo=${CARGO:-cargo}
venv=${PEERS_VENV:-$here/venv}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=no
# Lines "engine <tab> events waiting, or article-days <tab> rate", and "engine <tab> model <tab> not run: reason".
results=$scratch/results

say() { echo "$*" >&2; }
reason() { grep -m 1 -iE 'error|no matching|failed' "$1" | cut -c 1-100 | tr '\t' ' '; }
not_run() { printf '%s\t%s\tnot run: %s\n' "$1" "$2" "$3" >>"$results"; }

# The hold model in Rust. A crate that does not build is left out; the others run.
hold_in_rust() {
    cd "$here" || return
    local peers=() peer
    say "Building the engines in Rust ..."
    if $cargo build --release --locked 2>"$scratch/log"; then
        peers=(ixa nexosim simcore)
    else
        for peer in ixa nexosim simcore; do
            if $cargo build --release --locked --no-default-features --features "$peer" 2>"$scratch/log"; then
                peers+=("$peer")
            else
                not_run "$peer" hold "$(reason "$scratch/log")"
            fi
        done
    fi
    say "The hold model: ${peers[*]} and ours ..."
    local features
    features=$(IFS=,; echo "${peers[*]}")
    if ! $cargo run --release --locked --quiet --no-default-features --features "$features" >>"$results" 2>"$scratch/log"; then
        cat "$scratch/log" >&2
        not_run "Beredd (clock and queue)" hold "$(reason "$scratch/log")"
        failed=yes
    fi
}

# Python packages, each by itself if not all can be had at once.
packages() {
    say "Installing the Python packages ..."
    [ -x "$venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$venv" >"$scratch/log" 2>&1 || return
    local install=("$venv/bin/python" -m pip install --quiet --disable-pip-version-check)
    "${install[@]}" -r "$here/requirements.txt" >"$scratch/log" 2>&1 && return
    grep -v '^#' "$here/requirements.txt" | while read -r package; do
        "${install[@]}" "$package" >"$scratch/log.${package%%=*}" 2>&1
    done
}

# in_python NAME MODULE MODEL SCRIPT ARGUMENTS ...
in_python() {
    local name=$1 module=$2 model=$3
    shift 3
    if ! [ -x "$venv/bin/python" ]; then
        not_run "$name" "$model" "no Python with venv"
    elif ! "$venv/bin/python" -c "import $module" 2>"$scratch/import"; then
        not_run "$name" "$model" "$(tail -n 1 "$scratch/import" | cut -c 1-100)"
    else
        say "$name, $model ..."
        "$venv/bin/python" "$here/$1" "${@:2}" >>"$results" || { not_run "$name" "$model" "see above"; failed=yes; }
    fi
}

# Our own article-days: a part of `cargo bench`.
article_days() {
    cd "$root" || return
    say "Building the program and its bench (minutes) ..."
    # The bench ends with an error if any bar of its own is missed; here only the one row counts.
    $cargo bench --locked -- article_days >"$scratch/bench" 2>"$scratch/log"
    local rate
    rate=$(sed -n 's|.*the same article through the real path.* \([0-9]*\) article-days/s.*|\1|p' "$scratch/bench")
    if [ -n "$rate" ]; then
        printf 'Beredd\tarticle-days\t%s\n' "$rate" >>"$results"
    else
        not_run Beredd article-days "$(reason "$scratch/log")"
        failed=yes
    fi
}

hold_in_rust
packages
for waiting in 100 10000 1000000; do
    in_python "SimPy" simpy hold simpy_hold.py $waiting 200000 5
done
article_days
in_python "SimPy" simpy article-days simpy_base_stock.py
in_python "SupplyNetPy" SupplyNetPy.Components article-days supplynetpy_base_stock.py
in_python "stockpyl" stockpyl.sim article-days stockpyl_base_stock.py

awk -F '\t' '
    function ours(name) { return name ~ /^Beredd/ }
    # The first of our lines of a model is what others are measured by.
    ours($1) && $3 !~ /not run/ && !($2 in base) { base[$2] = $3 }
    { name[NR] = $1; model[NR] = $2; rate[NR] = $3 }
    END {
        titles["100"] = "hold, 100 waiting, million events/s"
        titles["10000"] = "hold, 10,000 waiting, million events/s"
        titles["1000000"] = "hold, 1,000,000 waiting, million events/s"
        titles["article-days"] = "one base-stock article, article-days/s"
        titles["hold"] = "hold"
        count = split("100 10000 1000000 article-days hold", order, " ")
        printf "%-28s %14s %14s\n", "", "", "Beredd is"
        for (k = 1; k <= count; k++) {
            m = order[k]; titled = 0
            for (n = 1; n <= NR; n++) {
                if (model[n] != m) continue
                if (!titled++) print titles[m]
                if (rate[n] ~ /not run/) { printf "  %-26s %s\n", name[n], rate[n]; continue }
                digits = m == "article-days" ? 0 : 2
                if (!(m in base)) { printf "  %-26s %14.*f\n", name[n], digits, rate[n]; continue }
                ratio = base[m] / rate[n]
                printf "  %-26s %14.*f %12.*f x\n", name[n], digits, rate[n], ratio < 100 ? 2 : 0, ratio
                # The bare loop has a bar of its own: benches/ratios/engine.rs.
                if (name[n] ~ /bare loop/ || ours(name[n])) continue
                least = m == "article-days" && name[n] ~ /^SimPy/ ? 50 : 1
                if (ratio < least) { bad = 1; printf "    BEHIND: at least %d x is asked\n", least }
            }
        }
        exit bad
    }' "$results" || failed=yes
[ $failed = no ]
