#!/bin/sh
# Installs what is missing, builds and runs everything. The last line counts: N passed, N failed[, N skipped].
#
#   sh tests/run.sh             every test: dev, asan, python
#   sh tests/run.sh dev tidy    some of these stages, and clang-tidy, which takes as long as all of them
#
# Every Catch2 case, ctest entry and pytest case counts as one; a stage that can't run counts as one failure.
# Logs lie in build/logs/.
set -u
cd "$(dirname "$0")/.." || exit 1
. cmake/lib.sh

passed=0 failed=0 skipped=0
count() { # PASSED FAILED SKIPPED
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

finish() {
  trap - EXIT INT TERM
  summary="$passed passed, $failed failed"
  [ "$skipped" -eq 0 ] || summary="$summary, $skipped skipped"
  echo "$summary"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}
trap 'echo "stopped before the end"; count 0 1 0; finish' EXIT INT TERM

# count_report STATUS REPORT: adds the cases of a JUnit report. A runner that failed without naming a failed
# case (it crashed, or wrote no report) counts as one failure.
count_report() {
  before=$failed
  # shellcheck disable=SC2046  # three numbers
  [ ! -s "$2" ] || count $(awk -f tests/tally.awk "$2")
  [ "$1" -eq 0 ] || [ "$failed" -gt "$before" ] || count 0 1 0
}

# check NAME COMMAND...: a command that is one test.
check() {
  if logged "$@"; then count 1 0 0; else count 0 1 0; fi
}

# test_preset PRESET: builds it and runs its tests.
test_preset() {
  if ! build_preset "$1"; then
    count 0 1 0
    return
  fi
  report=$PWD/build/logs/ctest-$1.xml
  rm -f "$report"
  status=0
  ctest --preset "$1" -j "$COMITY_JOBS" --no-tests=error --output-junit "$report" \
    --test-output-size-passed 1000000 --test-output-size-failed 1000000 || status=$?
  count_report "$status" "$report"
}

stage_dev() { test_preset dev; }

stage_asan() { test_preset asan; }

stage_python() {
  if ! logged python-install make_venv; then
    count 0 1 0
    return
  fi
  root=$PWD report=$PWD/build/logs/pytest.xml
  rm -f "$report"
  status=0
  # From another folder, so that what is tested is the installed package.
  (cd build/venv && bin/python -m pytest -q -c "$root/pyproject.toml" --rootdir "$root" \
    --junitxml "$report" "$root/python/tests") || status=$?
  count_report "$status" "$report"
  check python-types build/venv/bin/mypy --strict python/comity
  check python-example sh examples/compare.sh \
    examples/expected/sco.txt build/venv/bin/python examples/python/sco.py "$COMITY_DATA"
  check python-record sh examples/compare.sh \
    examples/expected/record.txt build/venv/bin/python examples/python/record.py "$COMITY_DATA"
}

stage_tidy() {
  if ! command -v clang-tidy-14 >/dev/null; then
    echo "skipped: clang-tidy-14 is not installed"
    count 0 0 1
  elif logged configure-tidy cmake --preset tidy; then
    check tidy cmake --build --preset tidy -j "$COMITY_JOBS" -- -k 0
  else
    count 0 1 0
  fi
}

[ $# -gt 0 ] || set -- dev asan python
# shellcheck disable=SC2086  # lists of words
install_packages $COMITY_BUILD_PACKAGES $COMITY_PYTHON_PACKAGES $COMITY_TEST_PACKAGES || {
  count 0 1 0
  finish
}
use_ccache
for stage; do
  echo "== $stage"
  "stage_$stage"
done
finish
