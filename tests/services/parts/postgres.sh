# PostgreSQL for the tests: nothing durable, one role, which may create databases.
PACKAGES="postgresql"
PORT=${POSTGRES_PORT:-54329}
URL="postgres://portal:portal@127.0.0.1:$PORT/portal"

shopt -s nullglob
bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort | tail -n 1)
version=$(basename "$(dirname "$bin")")
home=$STATE/postgres
outside=/var/lib/postgresql/portal-$(cksum <<<"$ROOT" | cut -d ' ' -f 1)

settings() { echo "DATABASE_URL=$URL"; }

start() {
    mkdir -p "$home"
    if [ "$(id -u)" = 0 ]; then chown postgres: "$home"; fi
    as_postgres test -w "$home" || use_home_outside
    local data=$home/$version
    [ -d "$data" ] || create_cluster "$data"
    alive "$data/postmaster.pid" postgres || start_cluster "$data"
    wait_until 10 psql --no-psqlrc --command "SELECT 1" "$URL" ||
        fail "PostgreSQL does not answer, see $home/log"
    echo "PostgreSQL $version answers on 127.0.0.1:$PORT"
}

stop() {
    local folder data
    for folder in "$home" "$outside"; do
        for data in "$folder"/[0-9]*; do
            if alive "$data/postmaster.pid" postgres; then
                as_postgres "$bin/pg_ctl" stop --pgdata "$data" --mode fast --silent
                echo "PostgreSQL stopped"
            fi
        done
    done
    # What is not under var/ would be left behind by "make clean".
    rm -rf "$outside"
}

# PostgreSQL refuses to run as root, and its user may not enter the working directory.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && exec runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# A clone below a closed folder such as /root.
use_home_outside() {
    home=$outside
    as_postgres mkdir -p "$home"
}

# The superuser has no password and no line in pg_hba.conf: only the portal's role can enter.
create_cluster() {
    local new=$home/new log=$STATE/postgres-setup.log
    as_postgres rm -rf "$new"
    as_postgres "$bin/initdb" --pgdata "$new" --username postgres --auth trust \
        --encoding UTF8 --locale C.UTF-8 --no-sync >"$log" 2>&1 ||
        fail "PostgreSQL's data could not be made, see $log"
    as_postgres tee "$new/pg_hba.conf" <<<"host all portal 127.0.0.1/32 scram-sha-256" >/dev/null
    as_postgres "$bin/postgres" --single -D "$new" postgres >>"$log" 2>&1 <<'SQL'
CREATE ROLE portal LOGIN CREATEDB PASSWORD 'portal'
CREATE DATABASE portal OWNER portal
SQL
    as_postgres mv "$new" "$1"
}

start_cluster() {
    refuse_taken_port PostgreSQL "$PORT" POSTGRES_PORT
    wait_until 10 is_unused "$1" || fail "processes of a killed PostgreSQL still use $1"
    # After kill -9 the file may name a process that is now another or was never reaped.
    rm -f "$1/postmaster.pid"
    as_postgres "$bin/pg_ctl" start --pgdata "$1" --wait --silent --log "$home/log" --options "\
        -p $PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories='' \
        -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        -c jit=off" ||
        fail "PostgreSQL did not start, see $home/log"
}

# Is no process at work in this folder?
is_unused() {
    local process
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/cwd")" = "$1" ]; then return 1; fi
    done
}
