package io.gatehouse.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Makes the ids of new rows. */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A version 7 UUID: unique, and later ones sort after earlier ones. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
