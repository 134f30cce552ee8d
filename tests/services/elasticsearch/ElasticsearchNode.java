import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** A single Elasticsearch node on 127.0.0.1 that keeps its data in the working directory. */
public class ElasticsearchNode {
    public static void main(String[] arguments) throws Exception {
        Settings settings = settings(arguments[0]);
        LogConfigurator.configureWithoutConfig(settings);
        LogConfigurator.configureESLogging();
        Environment environment =
            InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "test");
        try (Node node = new Node(environment, modules(environment))) {
            node.start();
            Thread.currentThread().join();
        }
    }

    private static PluginsLoader modules(Environment environment) {
        return PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
            Set.of(),
            Map.of(),
            false);
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
