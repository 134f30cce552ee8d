# OpenSearch for the tests: one node, no users, whatever its own server has without plugins.
NAME=OpenSearch
VERSION=2.19.6
PORT=${OPENSEARCH_PORT:-54392}
NODE=OpenSearchNode
. "$here/java.sh"
