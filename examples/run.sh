#!/bin/sh
# Installs what is missing, builds comity and tells the story of the SCO's information-security cooperation three
# times out of one file: from C++, from C and from Python. Nothing but the distribution's packages is needed.
#
#   sh examples/run.sh            all three, twice: the story, then words beside deeds; pictures are written to
#                                 build/sco-timeline.svg, and to build/ in English and Chinese
set -eu
cd "$(dirname "$0")/.."
. cmake/lib.sh
picture=build/sco-timeline.svg

# shellcheck disable=SC2086  # lists of words
install_packages $COMITY_BUILD_PACKAGES $COMITY_PYTHON_PACKAGES $COMITY_PLOT_PACKAGES
use_ccache
# Many sources a compilation and light optimisation: the first build is most of the wait, and a small history is told
# in no time either way.
build_preset release -D CMAKE_UNITY_BUILD=ON -D COMITY_WARNINGS=OFF \
  -D COMITY_BUILD_BENCHMARKS=OFF -D COMITY_BUILD_PYTHON=ON \
  -D CMAKE_CXX_FLAGS_RELEASE="-O1 -DNDEBUG" \
  -D Python_EXECUTABLE="$(find_python)"

# tell LANGUAGE FILE COMMAND...: runs one of the three.
tell() {
  echo
  echo "==== $1 ($2)"
  shift 2
  "$@"
}
tell C++ examples/cpp/sco.cpp build/release/examples/cpp_sco "$COMITY_DATA"
tell C examples/c/sco.c build/release/examples/c_sco "$COMITY_DATA"
tell Python examples/python/sco.py env PYTHONPATH=build/release/python \
  "$(find_python)" examples/python/sco.py "$COMITY_DATA" "$picture"
# Words beside deeds, over the same file: what no reader of one article could see.
tell C++ examples/cpp/record.cpp build/release/examples/cpp_record "$COMITY_DATA"
tell C examples/c/record.c build/release/examples/c_record "$COMITY_DATA"
tell Python examples/python/record.py env PYTHONPATH=build/release/python \
  "$(find_python)" examples/python/record.py "$COMITY_DATA" build
echo "The picture: $picture"
