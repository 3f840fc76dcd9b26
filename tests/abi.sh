#!/bin/sh
# The gate of the C ABI (docs/abi.md). Usage, from anywhere:
#   sh tests/abi.sh symbols LIBRARY   exported symbols are exactly those of capi/symbols.txt
#   sh tests/abi.sh check LIBRARY     LIBRARY can stand in for the one that capi/abi/comity-1.abi describes
#   sh tests/abi.sh dump LIBRARY      writes that file anew; review the difference before committing it
# LIBRARY is libcomity_c.so of a debug build (preset dev).
set -eu
cd "$(dirname "$0")/.."
mode=$1 library=$2
baseline=capi/abi/comity-1.abi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

needs() {
  if ! command -v "$1" >/dev/null; then
    echo "skipped: $1 is not installed (Debian: $2)"
    exit 77
  fi
}

case $mode in
symbols)
  needs nm binutils
  # "name lifecycle since" a line: "stable 1.0" is in the version node COMITY_1.0, "experimental" in one of its own.
  sed -e 's/#.*//' capi/symbols.txt |
    awk 'NF { print $1 "@@COMITY_" ($2 == "experimental" ? "EXPERIMENTAL" : $3) }' | LC_ALL=C sort >"$scratch/promised"
  # The version nodes themselves are listed by nm as absolute symbols.
  nm -D --defined-only "$library" | awk '$2 != "A" { print $3 }' | LC_ALL=C sort >"$scratch/exported"
  if ! diff -u "$scratch/promised" "$scratch/exported"; then
    echo "capi/symbols.txt (-) and the exported symbols (+) differ"
    exit 1
  fi
  grep -oh 'comity_[a-z0-9_]*(' capi/include/comity_c/*.h | tr -d '(' | LC_ALL=C sort -u >"$scratch/named"
  sed -e 's/@.*//' "$scratch/exported" >"$scratch/bare"
  if grep -vxF -f "$scratch/named" "$scratch/bare"; then
    echo "exported, but not declared in capi/include/comity_c"
    exit 1
  fi
  echo "$(wc -l <"$scratch/exported") symbols, as promised"
  ;;
check)
  needs abidiff abigail-tools
  [ -f "$baseline" ] || { echo "skipped: no $baseline yet"; exit 77; }
  if grep -n "path='/" "$baseline"; then
    echo "$baseline names folders of the machine on which it was made: sh tests/abi.sh dump $library"
    exit 1
  fi
  status=0
  abidiff --exported-interfaces-only --headers-dir2 capi/include --drop-private-types \
    "$baseline" "$library" || status=$?
  if [ $((status & 8)) -ne 0 ]; then
    echo "the change breaks callers that are already compiled: not allowed (docs/abi.md)"
    exit 1
  elif [ "$status" -ne 0 ]; then
    echo "the ABI has changed: review it, then: sh tests/abi.sh dump $library"
    exit 1
  fi
  echo "the same ABI"
  ;;
dump)
  needs abidw abigail-tools
  mkdir -p "$(dirname "$baseline")"
  abidw --headers-dir capi/include --drop-private-types --exported-interfaces-only --no-show-locs \
    --no-corpus-path --no-comp-dir-path "$library" |
    sed "s|path='$(pwd -P)/|path='|" >"$baseline"
  ;;
*)
  echo "usage: $0 symbols|check|dump LIBRARY" >&2
  exit 2
  ;;
esac
