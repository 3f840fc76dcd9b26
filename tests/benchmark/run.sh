#!/bin/sh
# Installs comity and the peers into build/bench-venv, and measures them side by side.
#
#   sh tests/benchmark/run.sh FOLDER [SET ...]    FOLDER holds the data sets; see peers.py
set -eu
cd "$(dirname "$0")/../.."
. cmake/lib.sh
# shellcheck disable=SC2086  # lists of words
install_packages $COMITY_BUILD_PACKAGES $COMITY_PYTHON_PACKAGES python3-venv
use_ccache
[ -x build/bench-venv/bin/python ] || "$(find_python)" -m venv build/bench-venv
build/bench-venv/bin/python -m pip install --quiet . numpy pandas scipy
for peer in duckdb igraph; do
  build/bench-venv/bin/python -m pip install --quiet "$peer" || echo "note: $peer can't be installed here"
done
exec build/bench-venv/bin/python tests/benchmark/peers.py "$@"
