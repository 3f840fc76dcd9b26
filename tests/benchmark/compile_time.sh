#!/bin/sh
# CPU seconds to compile a file that includes the umbrella header and nothing else (the goal is under 3).
# Usage: sh tests/benchmark/compile_time.sh [BUILD_DIR, build/release unless given]
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build/release}
command=$(printf '%s -std=c++20 -fsyntax-only -Iinclude -I%s/generated -x c++ -' "${CXX:-c++}" "$build")
for header in comity/comity.hpp comity/view/boost_graph.hpp; do
  [ -f "include/$header" ] || continue
  echo "$header"
  # shellcheck disable=SC2086  # the words of the command are meant to be split
  (echo "#include \"$header\"" | $command; times) | tail -n 1 | sed 's/^/  user and system: /'
done
