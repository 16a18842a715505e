package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.encoding.StrictBase64;
import io.gatehouse.verifier.format.EntryLine;
import io.gatehouse.verifier.json.Fields;
import io.gatehouse.verifier.json.JsonValue;
import io.gatehouse.verifier.merkle.Hash;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that what is told beside an entry is exactly what the entry commits to. */
final class Values {

    private static final int SALT = 16;

    private final boolean withheld;
    private final Findings findings;
    private final Erasures erasures;
    private long withheldCount;

    Values(boolean withheld, Findings findings, Erasures erasures) {
        this.withheld = withheld;
        this.findings = findings;
        this.erasures = erasures;
    }

    /** How many values were left out as the header says. */
    long withheldCount() {
        return withheldCount;
    }

    void check(Entry entry, EntryLine.Content content) throws MalformedException {
        Map<String, Commitments.Commitment> commitments = Commitments.of(entry);
        Fields values = content.values();
        if (values == null) {
            withheldCount += commitments.size();
        } else {
            check(entry, commitments, values, content.source());
        }
    }

    private void check(Entry entry, Map<String, Commitments.Commitment> commitments, Fields values, byte[] source)
            throws MalformedException {
        for (String pointer : values.names()) {
            if (!commitments.containsKey(pointer)) {
                findings.refuse(entry.place(), "it commits to no value " + pointer);
            }
        }
        for (Map.Entry<String, Commitments.Commitment> commitment : commitments.entrySet()) {
            String pointer = commitment.getKey();
            if (values.has(pointer)) {
                check(entry, pointer, commitment.getValue(), values.object(pointer), source);
            } else {
                findings.refuse(entry.place(), "the value " + pointer + " that it commits to is missing");
            }
        }
    }

    private void check(Entry entry, String pointer, Commitments.Commitment commitment, Fields value, byte[] source)
            throws MalformedException {
        if (value.has("erased")) {
            value.exactly(Set.of("erased"), Set.of());
            erased(entry, pointer, commitment.subject(), value.number("erased"));
        } else if (value.has("withheld")) {
            value.exactly(Set.of("withheld"), Set.of()).mustBeTrue("withheld");
            withheld(entry, pointer);
        } else {
            plain(entry, pointer, commitment, value.exactly(Set.of("salt", "value"), Set.of()), source);
        }
    }

    private void erased(Entry entry, String pointer, @Nullable String subject, long order) {
        if (subject == null) {
            findings.refuse(entry.place(), "the value " + pointer + " is nobody's, so nobody can have had it erased");
        } else {
            erasures.claim(entry, pointer, subject, order);
        }
    }

    private void withheld(Entry entry, String pointer) {
        withheldCount++;
        if (!withheld) {
            findings.refuse(entry.place(), "the value " + pointer + " is withheld, the header says that none is");
        }
    }

    private void plain(Entry entry, String pointer, Commitments.Commitment commitment, Fields disclosed, byte[] source)
            throws MalformedException {
        byte[] salt = StrictBase64.decode(disclosed.text("salt"));
        JsonValue value = disclosed.need("value");
        Hash hash = Hash.salted(salt, source, value.start(), value.end());
        if (withheld) {
            findings.refuse(entry.place(), "the value " + pointer + " is told, the header says that all are withheld");
        } else if (salt.length != SALT || !value.canonical() || !base64Url(hash).equals(commitment.hash())) {
            findings.refuse(entry.place(), "the value " + pointer + " is not the one that it commits to");
        }
    }

    private static String base64Url(Hash hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes());
    }
}
