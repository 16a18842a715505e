package io.gatehouse.verifier.honest;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.CsvReader;
import io.gatehouse.verifier.format.ExportReader;
import io.gatehouse.verifier.note.VerifierKey;
import io.gatehouse.verifier.verify.Demands;
import io.gatehouse.verifier.verify.ExportVerifier;
import io.gatehouse.verifier.verify.Kept;
import io.gatehouse.verifier.verify.Report;
import io.gatehouse.verifier.verify.TableCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks the verifier about exports in memory. */
public final class Verified {

    private Verified() {}

    public static Demands demands(List<String> keys, Kept kept) {
        return new Demands(keys.stream().map(Verified::key).toList(), kept);
    }

    public static VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Report report(String export, Demands demands) {
        return report(export.getBytes(StandardCharsets.UTF_8), demands);
    }

    /** With the table that goes with it. */
    public static Report report(String export, String table, Demands demands) {
        try {
            CsvReader rows = new CsvReader(stream(table));
            return new ExportVerifier(new ExportReader(stream(export)), demands, new TableCheck(rows)).verify();
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Null if not even the header can be read. */
    public static Report report(byte[] export, Demands demands) {
        try {
            return new ExportVerifier(new ExportReader(new ByteArrayInputStream(export)), demands).verify();
        } catch (MalformedException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
