#!/bin/sh
# Installs comity and its peers into build/bench-venv, and measures them side by side.
#
#   sh tests/benchmark/run.sh FOLDER [SET ...] [--only PEER,...] [--works TEXT] [--brief]
#
# FOLDER holds the data sets; those that it lacks are named and skipped. "generated-1m" and "generated-10m" are made
# on request. The report is Markdown: docs/benchmarks.md holds one.
set -eu
cd "$(dirname "$0")/../.."
. cmake/lib.sh
[ $# -gt 0 ] || {
  sed -n '2,7s/^# \{0,1\}//p' "$0"
  exit 2
}
folder=$(cd "$1" && pwd)
shift
# shellcheck disable=SC2086  # lists of words
install_packages $COMITY_BUILD_PACKAGES $COMITY_PYTHON_PACKAGES python3-venv
install_packages python3-graph-tool || echo "- graph-tool can't be installed here: left out"
use_ccache
python=build/bench-venv/bin/python
[ -x $python ] || "$(find_python)" -m venv build/bench-venv
# In a folder of its own, so that the next run builds only what has changed.
logged bench-comity $python -m pip install --config-settings=build-dir=build/bench-wheel . numpy pandas scipy
for peer in duckdb polars pyarrow igraph networkit rustworkx networkx raphtory ladybug tglib-python; do
  $python -m pip install --quiet "$peer" 2>build/logs/bench-peer.log || echo "- $peer can't be installed here: left out"
done

# generated_set NAME RELATIONS: made once, beside a link to each of the given sets.
generated_set() {
  case " $wanted " in
    *" $1 "*)
      [ -f "../../build/bench-data/$1/relations.csv" ] ||
        ../../$python -m peers.generate "../../build/bench-data/$1" "$2"
      ;;
  esac
}
wanted="$*"
mkdir -p build/bench-data
for set in "$folder"/*/; do ln -sfn "$set" "build/bench-data/$(basename "$set")"; done
cd tests/benchmark
generated_set generated-1m 1000000
generated_set generated-10m 10000000
exec ../../$python -m peers ../../build/bench-data "$@"
