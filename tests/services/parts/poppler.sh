# Poppler's tools, with which the tests read the PDFs that the portal makes: nothing runs.
PACKAGES="poppler-utils"

start() { :; }
stop() { :; }
settings() { :; }
