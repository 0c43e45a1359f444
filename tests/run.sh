#!/bin/sh
# Runs test programs and sums up what cmocka tells of them. What they print is shown
# only where a test failed, and of passed tests not at all. A test that was begun and
# never ended has crashed.
passed=0 failed=0

for program in "$@"; do
    log=$program.log
    "$program" > "$log" 2>&1
    status=$?
    counts=$(awk '
        /^\[ RUN      \]/ { if (open) failed++; open = 1 }
        open && /\[       OK \]/ { passed++; open = 0 }
        open && /\[  FAILED  \]/ { failed++; open = 0 }
        open && /\[  SKIPPED \]/ { skipped++; open = 0 }
        END { print passed + 0, failed + open, skipped + 0 }' "$log")
    read -r ok bad skipped << EOF
$counts
EOF
    if [ "$status" -ne 0 ] || [ "$bad" -ne 0 ]; then
        grep -v -e '^\[ RUN  ' -e '^\[       OK' -e '^\[=====' -e '^\[  PASSED' "$log"
        if [ "$bad" -eq 0 ]; then
            echo "$program: crashed or leaked (exit status $status)"
            bad=1
        fi
    fi
    echo "$program: $ok passed, $bad failed, $skipped skipped"
    passed=$((passed + ok)) failed=$((failed + bad))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
