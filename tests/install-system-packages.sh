#!/bin/sh
# Installs what some tests need beside Python, on Debian as root; elsewhere says what is missing.
set -u
missing=""
command -v pdftoppm >/dev/null || missing="$missing poppler-utils"
command -v chromium >/dev/null || missing="$missing chromium"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing$missing for the tests …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $missing >/dev/null && exit 0
fi
echo "For all tests please install:$missing. The tests that need them will be skipped."
exit 0
