package org.genevagraph.cli.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where what was built is kept. */
public final class CacheFolder {
    /** Says that it is kept nowhere. */
    public static final String OFF = "off";

    /** The property of Java that goes before the environment: what tests set, which cannot set variables. */
    private static final String PROPERTY = "geneva.build-cache";

    private static final String VARIABLE = "GENEVA_BUILD_CACHE";
    private static final String OWN = "geneva-graph";

    private CacheFolder() {}

    private static String said(String option, Map<String, String> environment) {
        return option == null
                ? System.getProperty(
                        PROPERTY, environment.getOrDefault(VARIABLE, "").strip())
                : option;
    }

    /** Whether something shall be kept, but the user has no home to keep it in. */
    public static boolean isMissing(String option, Map<String, String> environment) {
        return !said(option, environment).equals(OFF) && of(option, environment).isEmpty();
    }

    /**
     * The folder, which need not be there.
     *
     * @param option what the user says; null for nothing
     * @param environment the variables of the process
     * @return empty if nothing shall be kept, or the user has no home
     */
    public static Optional<Path> of(String option, Map<String, String> environment) {
        String said = said(option, environment);
        if (said.equals(OFF)) {
            return Optional.empty();
        }
        if (!said.isEmpty()) {
            return Optional.of(Path.of(said));
        }
        // A relative path there is to be ignored, says the XDG Base Directory Specification.
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!caches.isEmpty() && Path.of(caches).isAbsolute()) {
            return Optional.of(Path.of(caches, OWN));
        }
        String home = System.getProperty("user.home", "");
        return Path.of(home).isAbsolute() ? Optional.of(Path.of(home, ".cache", OWN)) : Optional.empty();
    }
}
