# What tests/run.sh and examples/run.sh share. POSIX sh; sourced from the root of the tree.

mkdir -p build/logs
export LC_ALL=C.UTF-8 # names in the data are Chinese; what a test prints must not depend on whose shell it is
COMITY_JOBS=$(nproc 2>/dev/null || echo 2)
COMITY_DATA=data/sco-information-security.json

# What any build needs, what the Python door needs on top, and what only the tests need.
COMITY_BUILD_PACKAGES="g++ cmake ninja-build ccache libboost-dev rapidjson-dev libxxhash-dev zlib1g-dev \
libisal-dev"
COMITY_PYTHON_PACKAGES="python3 python3-dev pybind11-dev"
COMITY_PLOT_PACKAGES="python3-numpy python3-matplotlib fonts-wqy-microhei"
COMITY_TEST_PACKAGES="git ca-certificates catch2 python3-venv pkgconf binutils abigail-tools \
clang-format-14 clang-tidy-14"

missing_packages() {
  for package; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || printf '%s ' "$package"
  done
}

# install_packages PACKAGE...: installs what is missing, and only that; says what to install where it may not.
install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "note: no apt-get here. Needed, by their Debian names: $*"
    return 0
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=sudo
  else
    echo "Please install, as root, then run this again: apt-get install $missing" >&2
    return 1
  fi
  echo "installing: $missing"
  apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300"
  # shellcheck disable=SC2086  # lists of words
  { $apt update && $apt install -y --no-install-recommends $missing; } >build/logs/apt.log 2>&1 || {
    tail -n 20 build/logs/apt.log
    echo "could not install: $missing" >&2
    return 1
  }
}

# The distribution's interpreter comes first: its version is the one that python3-dev belongs to.
find_python() {
  if [ -x /usr/bin/python3 ]; then echo /usr/bin/python3; else command -v python3; fi
}

# make_venv: build/venv with the package built and installed as a user would (pip install .), and what its
# tests need.
make_venv() {
  [ -x build/venv/bin/python ] || "$(find_python)" -m venv build/venv &&
    build/venv/bin/python -m pip install --quiet ".[test]"
}

use_ccache() {
  if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    export CCACHE_SLOPPINESS=pch_defines,time_macros # as its manual asks for precompiled headers
  fi
}

# logged NAME COMMAND...: runs it with its output in build/logs/NAME.log; shows how long it took, and the end of
# the log when it failed.
logged() {
  name=$1
  shift
  began=$(date +%s)
  status=0
  "$@" >"build/logs/$name.log" 2>&1 || status=$?
  echo "$name: $([ $status -eq 0 ] && echo done || echo FAILED), $(($(date +%s) - began)) s"
  [ $status -eq 0 ] || tail -n 60 "build/logs/$name.log"
  return $status
}

# build_preset PRESET [CMAKE_OPTION...]
build_preset() {
  preset=$1
  shift
  logged "configure-$preset" cmake --preset "$preset" "$@" &&
    logged "build-$preset" cmake --build --preset "$preset" -j "$COMITY_JOBS"
}
