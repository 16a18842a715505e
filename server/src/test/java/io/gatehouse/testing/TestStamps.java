package io.gatehouse.testing;

import io.gatehouse.testkit.timestamp.TimestampAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The time-stamp authority of the server under test. */
public final class TestStamps {

    /** Always honest: tests of others' share it. */
    public static final TimestampAuthority AUTHORITY = TimestampAuthority.start();

    /** Its anchor. */
    public static final Path ANCHOR = file(AUTHORITY);

    private TestStamps() {}

    /** The anchor of an authority, in a file that is gone after the tests. */
    public static Path file(TimestampAuthority authority) {
        try {
            Path file = Files.createTempFile("anchor", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, authority.anchor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
