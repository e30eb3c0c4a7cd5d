# Sourced by ./test: what its last line and its exit code are.

# verdict PASSED FAILED SKIPPED: succeeds when nothing failed. A skip is fine at a desk, which may lack what a test needs, and a failure
# where CI is true: there a test that never runs would never be missed.
verdict() {
  if [ "$3" -gt 0 ]; then
    if [ "${CI:-}" = true ]; then printf '\nNothing may be skipped here: look for [SKIP] above, and install what the tests miss.\n'
    else printf '\n%s skipped: look for [SKIP] above for what this machine lacks. .ci/run takes it as a failure.\n' "$3"; fi
  fi
  printf '\n%s passed, %s failed, %s skipped\n' "$1" "$2" "$3"
  [ "$2" -eq 0 ] && { [ "${CI:-}" != true ] || [ "$3" -eq 0 ]; }
}
