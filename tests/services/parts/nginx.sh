# nginx for the tests of the front, which start it themselves.
PACKAGES="nginx-light"

start() { :; }
stop() { :; }
settings() { :; }
