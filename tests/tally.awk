# Reads a JUnit report of ctest or pytest; prints "PASSED FAILED SKIPPED".
#
# A ctest entry that is itself a runner counts by its cases: those of Catch2's closing line, or of a closing line
# "N passed, N failed" of its own.

function attribute(name,    at, rest) {
  at = index($0, " " name "=\"")
  if (!at) return ""
  rest = substr($0, at + length(name) + 3)
  return substr(rest, 1, index(rest, "\"") - 1)
}
function number_before(word,    at) {
  at = match($0, "[0-9]+ " word)
  return at ? substr($0, at) + 0 : 0
}
function close_entry() {
  if (status == "run") { passed += inner ? inner_passed : 1; failed += inner_failed }
  else if (status == "fail") { passed += inner_passed; failed += inner_failed ? inner_failed : 1 }
  else if (status != "") { if (excused) ++skipped; else ++failed } # a test that never ran is no pass
  status = ""; inner = inner_passed = inner_failed = excused = 0
}

/<testsuite [^>]*errors=/ { # pytest: the totals stand in the first tag
  sub(/^.*<testsuite /, " ")
  failed = attribute("errors") + attribute("failures"); skipped = attribute("skipped") + 0
  passed = attribute("tests") - failed - skipped
  exit
}
/<testcase / { close_entry(); status = attribute("status") }
/<skipped message="SKIP_/ || /status="disabled"/ { excused = 1 }
{ sub(/^[ \t]*<system-out>/, "") }
/^All tests passed \(/ { inner = 1; inner_passed += number_before("test case") }
/^test cases: / { inner = 1; inner_passed += number_before("passed"); inner_failed += number_before("failed") }
/^[0-9]+ passed, [0-9]+ failed/ {
  inner = 1; inner_passed += number_before("passed"); inner_failed += number_before("failed")
}
END { close_entry(); print passed + 0, failed + 0, skipped + 0 }
