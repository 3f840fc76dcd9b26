#!/bin/sh
# Usage: compare.sh EXPECTED COMMAND...   runs the command; its output has to be the file's.
set -eu
expected=$1
shift
actual=$(mktemp)
trap 'rm -f "$actual"' EXIT
"$@" >"$actual"
diff -u "$expected" "$actual"
