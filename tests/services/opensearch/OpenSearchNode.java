import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/** A single OpenSearch node on 127.0.0.1 that keeps its data in the working directory. */
public class OpenSearchNode extends Node {
    private OpenSearchNode(Settings settings) {
        super(
            InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "test"),
            List.of(Netty4Plugin.class),
            false);
    }

    public static void main(String[] arguments) throws Exception {
        try (Node node = new OpenSearchNode(settings(arguments[0]))) {
            node.start();
            Thread.currentThread().join();
        }
    }

    private static Settings settings(String port) {
        return Settings.builder()
            .put("path.home", Path.of("").toAbsolutePath())
            .put("cluster.name", "test")
            .put("node.name", "test")
            .put("network.host", "127.0.0.1")
            .put("http.port", port)
            .put("transport.port", 0)
            .put("discovery.type", "single-node")
            // A disk that is nearly full must not close the indices of the tests.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    }
}
