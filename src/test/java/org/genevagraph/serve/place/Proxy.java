package org.genevagraph.serve.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A proxy of Debian, which runs by an example file for operators. */
enum Proxy {
    NGINX("/usr/sbin/nginx", "nginx-light", "nginx.conf", "listen 443 ssl", "listen 127.0.0.1:%d ssl") {
        @Override
        String whole(Path folder, Path file, int port) {
            String name = System.getProperty("user.name");
            return """
                    %s
                    pid %2$s/pid;
                    error_log %2$s/error.log;
                    worker_processes 2;
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path %2$s/body;
                        proxy_temp_path %2$s/proxy;
                        fastcgi_temp_path %2$s/fastcgi;
                        uwsgi_temp_path %2$s/uwsgi;
                        scgi_temp_path %2$s/scgi;
                        include %3$s;
                    }
                    """.formatted(name.equals("root") ? "user root;" : "", folder, file);
        }

        @Override
        List<String> begin(Path file) {
            return List.of(program, "-c", file.toString(), "-e", errors(file));
        }

        @Override
        List<String> end(Path file) {
            return List.of(program, "-c", file.toString(), "-e", errors(file), "-s", "stop");
        }

        private static String errors(Path file) {
            return file.resolveSibling("error.log").toString();
        }
    },
    APACHE("/usr/sbin/apache2", "apache2-bin", "apache.conf", "<VirtualHost *:443>", "<VirtualHost 127.0.0.1:%d>") {
        @Override
        String whole(Path folder, Path file, int port) {
            StringBuilder modules = new StringBuilder();
            for (String module : List.of(
                    "mpm_event", "authz_core", "alias", "headers", "proxy", "proxy_http", "socache_shmcb", "ssl")) {
                modules.append("LoadModule %1$s_module /usr/lib/apache2/modules/mod_%1$s.so%n".formatted(module));
            }
            return modules + """
                    ServerRoot %1$s
                    PidFile %1$s/pid
                    ErrorLog %1$s/error.log
                    DefaultRuntimeDir %1$s
                    Listen 127.0.0.1:%2$s
                    Include %3$s
                    """.formatted(folder, port, file);
        }

        @Override
        List<String> begin(Path file) {
            return List.of(program, "-f", file.toString(), "-k", "start");
        }

        @Override
        List<String> end(Path file) {
            return List.of(program, "-f", file.toString(), "-k", "stop");
        }
    };

    /** The path below which the examples put the site. */
    static final String PATH = "/graphs/geneva";

    final String program;
    /** The example for one server. */
    final String example;

    private final String debian;
    private final String listens;
    private final String listensHere;

    Proxy(String program, String debian, String example, String listens, String listensHere) {
        this.program = program;
        this.debian = debian;
        this.example = example;
        this.listens = listens;
        this.listensHere = listensHere;
    }

    /** The configuration into which the example goes. */
    abstract String whole(Path folder, Path file, int port);

    /** A command that ends when the proxy listens. */
    abstract List<String> begin(Path file);

    abstract List<String> end(Path file);

    /** Skips the test where the proxy is not installed; where everything must be tested, that is a failure. */
    void isNeeded() {
        String how = "no " + name().toLowerCase(Locale.ROOT) + " to test behind – apt-get install " + debian;
        boolean there = Files.isExecutable(Path.of(program));
        assertTrue(there || System.getenv("CI") == null, how);
        Assumptions.assumeTrue(there, how);
    }

    /** A proxy that runs. */
    interface Running extends AutoCloseable {
        @Override
        void close() throws IOException, InterruptedException;
    }

    /**
     * Starts it by an example.
     *
     * @param file the example's name
     * @param places what stands in the example for the servers, and what stands there in their place
     */
    Running start(Path folder, String file, int port, Certificate certificate, Map<String, String> places)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(places);
        all.put(listens, String.format(Locale.ROOT, listensHere, port));
        all.put("example.org", "localhost");
        all.put(
                "/etc/ssl/geneva-graph/certificate.pem",
                certificate.certificate().toString());
        all.put("/etc/ssl/geneva-graph/key.pem", certificate.key().toString());
        String text = Files.readString(Path.of("src/main/operate", file));
        for (Map.Entry<String, String> place : all.entrySet()) {
            assertTrue(text.contains(place.getKey()), () -> file + " has " + place.getKey());
            text = text.replace(place.getKey(), place.getValue());
        }
        Path example = Files.writeString(folder.resolve("example"), text);
        Path whole = Files.writeString(folder.resolve("whole.conf"), whole(folder, example, port));
        run(begin(whole));
        return () -> run(end(whole));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        // A proxy that goes on behind must not be waited for by its output.
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command::toString);
        int ready = process.getInputStream().available();
        String told = new String(process.getInputStream().readNBytes(ready), StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), command + ": " + told);
    }
}
