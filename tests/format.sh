#!/bin/sh
# clang-format decides, and version 14 at that: other versions lay the same file out differently.
# Usage: sh tests/format.sh [--fix]
set -eu
cd "$(dirname "$0")/.."
if ! command -v clang-format-14 >/dev/null; then
  echo "skipped: clang-format-14 is not installed (Debian: clang-format-14)"
  exit 77
fi
mode="--dry-run -Werror"
[ "${1-}" = --fix ] && mode=-i
# shellcheck disable=SC2086  # two flags or one
git ls-files -co --exclude-standard -- '*.hpp' '*.cpp' '*.h' '*.c' | xargs clang-format-14 $mode
