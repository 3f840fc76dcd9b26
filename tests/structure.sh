#!/bin/sh
# The rules of the house that a compiler does not check (docs/architecture.md). Prints each breach as
# file:line: what is wrong, and fails when there is one.
set -eu
cd "$(dirname "$0")/.."
breaches=$(mktemp)
trap 'rm -f "$breaches"' EXIT
say() { echo "$1" >>"$breaches"; }
files() { git ls-files -co --exclude-standard -- "$@" | while read -r f; do [ ! -f "$f" ] || echo "$f"; done; }

# 1. A file includes its own floor and those below; io stands beside the floors and sees them all, but no floor
#    sees io but for the table, in which analyses hand out what they find and which itself sees no floor but time.
#    Files directly in comity/ (errors, version) are the ground under the house; comity.hpp is its roof.
files 'include/comity/*' 'src/*' | xargs awk '
  BEGIN { n = split("time schema history view analysis io", names, " ")
          for (i = 1; i <= n; ++i) level[names[i]] = i }
  FNR == 1 { own = FILENAME; sub(/^include\/comity\//, "", own); sub(/^src\//, "", own)
             roof = (own == "comity.hpp")
             if (own ~ /\//) sub(/\/.*/, "", own); else own = "" }
  /^[ \t]*#[ \t]*include[ \t]*["<]/ {
    path = $0; sub(/^[^"<]*["<]/, "", path); sub(/[">].*/, "", path)
    third = (path ~ /^(boost|rapidjson|zlib|xxhash)/)
    sub(/^comity\//, "", path); floor = path; sub(/\/.*/, "", floor)
    if (path ~ /^io\/table(_builder)?\.hpp$/) floor = "time"
    if (!roof && path ~ /\// && (floor in level) && (!(own in level) || level[floor] > level[own]))
      print FILENAME ":" FNR ": " (own == "" ? "the ground" : own) " may not include " floor
    if (third && FILENAME ~ /^include/ && FILENAME !~ /\/(boost_graph|boost_date)\.hpp$/)
      print FILENAME ":" FNR ": a third-party header in the public headers"
    if (path ~ /^rapidjson/ && own != "io") print FILENAME ":" FNR ": JSON is read and written in src/io only"
  }' >>"$breaches"

# 2. Every public header is opened once and has its test, file for file.
for header in $(files 'include/comity/*.hpp' 'include/comity/**/*.hpp' | sort -u); do
  grep -q '^#pragma once' "$header" || say "$header:1: no #pragma once"
  stem=${header#include/comity/}
  stem=${stem%.hpp}
  case $stem in
  comity | fwd | */fwd) continue ;; # the umbrella and forward declarations are tested by compiling
  esac
  grep -q '^namespace comity {' "$header" || continue # all of it is comity::detail, tested by what uses it
  [ -f "tests/$stem.test.cpp" ] || say "$header:1: no tests/$stem.test.cpp"
done

# 3. No file over 600 lines, unless its first comment says why.
files '*.hpp' '*.cpp' '*.h' '*.c' '*.def' '*.py' '*.pyi' '*.sh' '*.cmake' '*CMakeLists.txt' | xargs wc -l |
  awk '$2 != "total" && $1 > 600 { print $2, $1 }' | while read -r file lines; do
  head -n 3 "$file" | grep -q 'over 600 lines because' || echo "$file:600: $lines lines; stop at 600" >>"$breaches"
done

# 4. A test that no build finds is worse than none.
for test in $(files 'tests/*.test.cpp' 'tests/**/*.test.cpp' | sort -u); do
  case $test in
  tests/time/* | tests/schema/* | tests/history/* | tests/view/* | tests/analysis/* | tests/io/* | tests/capi/*) ;;
  tests/*/*) say "$test:1: lies in a folder that no build looks into" ;;
  esac
done

cat "$breaches"
[ ! -s "$breaches" ]
