package org.genevagraph.snapshot;

/** Is told how a build goes on. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (step, done, total) -> {};

    /**
     * A step begins.
     *
     * @param step what is being done, in a word or two
     * @param done how many steps are behind it
     * @param total how many steps there are
     */
    void at(String step, int done, int total);
}
