package org.genevagraph.query.catalogue;

import java.util.function.Supplier;

/** A value that is made when somebody asks for it first, once, by whichever thread comes first. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
    private T value;

    /** With how to make it; must not make null. */
    public Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = make.get();
        }
        return value;
    }
}
