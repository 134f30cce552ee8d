# Chromium for the browser tests: nothing runs, it only has to be there.
PACKAGES="chromium fonts-dejavu-core"

start() { :; }
stop() { :; }
settings() { :; }
