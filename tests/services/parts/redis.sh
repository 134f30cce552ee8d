# Redis for the tests: nothing is written to the disk.
PACKAGES="redis-server"
PORT=${REDIS_PORT:-54395}

home=$STATE/redis

settings() { echo "REDIS_URL=redis://127.0.0.1:$PORT"; }

start() {
    if ! runs; then
        refuse_taken_port Redis "$PORT" REDIS_PORT
        mkdir -p "$home"
        redis-server --daemonize yes --bind 127.0.0.1 --port "$PORT" --dir "$home" --save "" \
            --pidfile "$home/redis.pid" --logfile "$home/log" >/dev/null
    fi
    wait_until 10 redis-cli -p "$PORT" ping || fail "Redis does not answer, see $home/log"
    echo "Redis answers on 127.0.0.1:$PORT"
}

stop() {
    runs || return 0
    redis-cli -p "$PORT" shutdown nosave
    echo "Redis stopped"
}

# On Debian the server is a link to the program that checks its files.
runs() { alive "$home/redis.pid" redis-check-rdb || alive "$home/redis.pid" redis-server; }
