# Chromium for the browser tests: nothing runs, it only has to be there.
# The shell is the browser without windows: the same engine, a third of the work.
PACKAGES="chromium-headless-shell fonts-dejavu-core"

start() { :; }
stop() { :; }
settings() { :; }
