# What the parts share; sourced by services.sh before a part.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
STATE=$ROOT/var/services

fail() { echo "Error: $*" >&2; exit 1; }

# alive PIDFILE PROGRAM: is the process in the file still that program? A zombie has no exe.
alive() {
    local pid
    pid=$(head -n 1 "$1" 2>/dev/null) || return 1
    case $(readlink "/proc/$pid/exe") in
        */"$2" | */"$2 (deleted)") return 0 ;;
        *) return 1 ;;
    esac
}

refuse_taken_port() {
    if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then
        fail "$1 cannot start, port $2 is taken by another program ($3 chooses another)"
    fi
}

# wait_until SECONDS COMMAND...: repeats the command until it succeeds.
wait_until() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.1
    done
}
