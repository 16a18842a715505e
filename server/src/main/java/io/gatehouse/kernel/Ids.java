package io.gatehouse.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes the ids of new rows. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A version 7 UUID: unique, and later ones of this server sort after earlier ones, within a
     * millisecond too. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
