package org.genevagraph.cli.console;

import picocli.CommandLine;

/** Tells the version that the jar was built as. */
public final class Version implements CommandLine.IVersionProvider {
    /** The number alone, or that there is none. */
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(from source)" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"geneva " + number()};
    }
}
