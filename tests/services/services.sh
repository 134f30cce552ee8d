#!/usr/bin/env bash
# Starts or stops the real servers that the tests use, all on 127.0.0.1.
# A file in parts/ sets PACKAGES and defines start, stop and settings (lines for services.env).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
settings_file=$here/../../var/services.env
. "$here/common.sh"

each_part() {
    local part
    for part in "$here"/parts/*.sh; do
        (. "$part"; "$@")
    done
}

packages() { echo "$PACKAGES"; }

start_all() {
    local needed
    needed=$(each_part packages)
    # shellcheck disable=SC2086
    "$here/install.sh" $needed
    mkdir -p "$STATE"
    each_part start
    each_part settings >"$settings_file"
}

stop_all() {
    each_part stop
    rm -f "$settings_file"
}

case ${1:-} in
    start) start_all ;;
    stop) stop_all ;;
    *) fail "usage: services.sh start|stop" ;;
esac
