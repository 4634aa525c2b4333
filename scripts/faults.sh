#!/usr/bin/env bash
# Plants one fault after the other, each of one line, and sees the tests named in its patch fail. A patch that no longer applies, or a
# fault that does not build, is an error. Run from anywhere in the repository, outside CI:
#
#     scripts/faults.sh            all of them
#     scripts/faults.sh 03 17      those whose names begin so
#
# The faults are planted in a worktree of their own, on the commit that is checked out. CARGO names another cargo,
# CARGO_TARGET_DIR another target folder than target/.
set -euo pipefail

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
cargo=${CARGO:-cargo}
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$root/target}"
# Only the packages of this repository are built anew for each fault: quickly, and what it depends on as it was.
quick=()
for package in beredd beredd-model beredd-sheet; do
    quick+=(--config "profile.dev.package.$package.opt-level=1" --config "profile.dev.package.$package.debug=false")
done
scratch=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$scratch/tree" 2>/dev/null || true; rm -rf "$scratch"' EXIT
git -C "$root" worktree add --quiet --detach "$scratch/tree" HEAD
cd "$scratch/tree"

patches=()
for patch in "$root"/scripts/faults/*.patch; do
    name=$(basename "$patch" .patch)
    if [ $# -eq 0 ]; then patches+=("$patch"); fi
    for wanted in "$@"; do
        case $name in "$wanted"*) patches+=("$patch") ;; esac
    done
done
[ ${#patches[@]} -gt 0 ] || { echo "no such fault: $*" >&2; exit 2; }

# The lines "tests: …" of a patch are arguments of `cargo test`, one run for each line.
tests_of() { sed -n 's/^tests: //p' "$1"; }

# Runs tests; 0 if all pass and there was at least one.
passes() {
    # shellcheck disable=SC2086
    $cargo test --quiet "${quick[@]}" $1 </dev/null >"$scratch/told" 2>&1 || return 1
    grep -Eq '^test result: ok\. [1-9]' "$scratch/told"
}

echo "without a fault:"
cat "${patches[@]}" | sed -n 's/^tests: //p' | sort -u | while read -r tests; do
    passes "$tests" || { tail -n 30 "$scratch/told" >&2; echo "these tests fail as it is: $tests" >&2; exit 1; }
    echo "  pass: $tests"
done

caught=0
for patch in "${patches[@]}"; do
    name=$(basename "$patch" .patch)
    git apply --check "$patch" || { echo "$name no longer applies: renew it" >&2; exit 1; }
    git apply "$patch"
    $cargo build --quiet --lib "${quick[@]}" 2>"$scratch/told" || { cat "$scratch/told" >&2; echo "$name does not build" >&2; exit 1; }
    by=""
    while read -r tests; do
        if ! passes "$tests"; then by=$tests; break; fi
    done < <(tests_of "$patch")
    git checkout --quiet -- .
    if [ -z "$by" ]; then
        echo "NOT CAUGHT  $name"
    else
        if ! grep -q '^test result: FAILED' "$scratch/told"; then
            tail -n 30 "$scratch/told" >&2; echo "$name: the tests did not run" >&2; exit 1
        fi
        caught=$((caught + 1))
        echo "caught      $name (cargo test $by)"
    fi
done
echo "$caught of ${#patches[@]} caught"
[ "$caught" -eq ${#patches[@]} ]
