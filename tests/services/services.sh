#!/usr/bin/env bash
# Starts or stops the real servers that the tests use, all on 127.0.0.1; or only those named, as a
# test does that kills one: it leaves services.env alone. The engines keep their pid in
# var/services/opensearch/pid and var/services/elasticsearch/pid.
# A file in parts/ sets PACKAGES and defines start, stop and settings (lines for services.env).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/common.sh"
settings_file=$ROOT/var/services.env

choose_parts() {
    local name
    parts=()
    for name in "$@"; do
        [ -f "$here/parts/$name.sh" ] || fail "there is no part $name in tests/services/parts"
        parts+=("$here/parts/$name.sh")
    done
}

each_part() {
    local part
    for part in "${parts[@]}"; do
        (. "$part"; "$@")
    done
}

packages() { echo "$PACKAGES"; }

start_parts() {
    local needed
    needed=$(each_part packages)
    # shellcheck disable=SC2086
    "$here/install.sh" $needed
    mkdir -p "$STATE"
    start_together
}

# The engines take seconds: none waits for another.
start_together() {
    local part job jobs=() failed=
    # What runs in the background is deaf to Ctrl-C.
    trap 'kill "${jobs[@]}" 2>/dev/null; exit 130' INT TERM
    for part in "${parts[@]}"; do
        (. "$part"; start) &
        jobs+=($!)
    done
    for job in "${jobs[@]}"; do
        wait "$job" || failed=yes
    done
    [ -z "$failed" ] || exit 1
}

write_settings() { each_part settings >"$settings_file"; }

parts=("$here"/parts/*.sh)
case "$*" in
    start) start_parts; write_settings ;;
    stop) each_part stop; rm -f "$settings_file" ;;
    "start "*) choose_parts "${@:2}"; start_parts ;;
    "stop "*) choose_parts "${@:2}"; each_part stop ;;
    *) fail "usage: services.sh start|stop [part...]" ;;
esac
