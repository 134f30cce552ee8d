# Elasticsearch for the tests: one node, no users, whatever its own server has without modules.
NAME=Elasticsearch
VERSION=9.5.3
PORT=${ELASTICSEARCH_PORT:-54393}
NODE=ElasticsearchNode
. "$here/java.sh"

# It takes the HTTP server only as a module, in a folder with a description.
arrange() {
    local module=$home/modules/transport-netty4
    mkdir -p "$module"
    mv "$home"/lib/{netty,transport-netty4}-*.jar "$module"
    cat >"$module/plugin-descriptor.properties" <<DESCRIPTION
name=transport-netty4
description=HTTP and transport
version=$VERSION
elasticsearch.version=$VERSION
java.version=21
classname=org.elasticsearch.transport.netty4.Netty4Plugin
DESCRIPTION
}
