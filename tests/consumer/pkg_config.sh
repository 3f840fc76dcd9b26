#!/bin/sh
# Usage: pkg_config.sh PREFIX LIBDIR BUILD_DIR CXX CC, where an empty CC means that there is no C API to try.
set -eu
prefix=$1 libdir=$2 build=$3 cxx=$4 cc=$5
here=$(dirname "$0")
if ! command -v pkg-config >/dev/null; then
  echo "skipped: pkg-config is not installed (Debian: pkgconf)"
  exit 77
fi
export PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig" LD_LIBRARY_PATH="$prefix/$libdir"
# shellcheck disable=SC2046  # flags are meant to be split
"$cxx" -std=c++20 "$here/project/main.cpp" -o "$build/pc_cpp" $(pkg-config --cflags --libs comity)
"$build/pc_cpp"
if [ -n "$cc" ]; then
  # shellcheck disable=SC2046
  "$cc" -std=c11 "$here/project/main.c" -o "$build/pc_c" $(pkg-config --cflags --libs comity_c)
  "$build/pc_c"
fi
