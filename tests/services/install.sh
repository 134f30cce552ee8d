#!/usr/bin/env bash
# Installs the Debian packages named that are not installed yet; needs root only then.
set -euo pipefail

missing=()
for package in "$@"; do
    status=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null) || status=none
    [ "$status" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" != 0 ]; then
    echo "Error: packages are missing, install them: sudo apt install ${missing[*]}" >&2
    exit 1
fi

echo "Installing ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
apt() { apt-get --quiet --option Acquire::Retries=3 --option DPkg::Lock::Timeout=120 "$@" >>"$log" 2>&1; }
install() { apt install --yes --no-install-recommends "${missing[@]}"; }
# The lists are often those of a moment ago; where they are missing or old, it is tried again.
install || { apt update && install; } || {
    tail -n 20 "$log" >&2
    echo "Error: apt could not install ${missing[*]}" >&2
    exit 1
}
