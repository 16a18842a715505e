package io.gatehouse.ledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Where an export is written to: lines, or a ZIP of files. */
final class Output {

    private final OutputStream plain;
    private final @Nullable ZipOutputStream zip;

    Output(OutputStream plain, @Nullable ZipOutputStream zip) {
        this.plain = plain;
        this.zip = zip;
    }

    /** Begins a file of the ZIP, if it is one. */
    void file(String name) {
        if (zip != null) {
            attempt(() -> Objects.requireNonNull(zip).putNextEntry(new ZipEntry(name)));
        }
    }

    void write(String text) {
        attempt(() -> (zip == null ? plain : zip).write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Ends it. Not called after a failure: a part must not look like the whole. */
    void end() throws IOException {
        if (zip != null) {
            zip.finish();
        }
        plain.flush();
    }

    private static void attempt(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
