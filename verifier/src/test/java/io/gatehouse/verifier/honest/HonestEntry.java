package io.gatehouse.verifier.honest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** An entry that a log keeps, with the values that it commits to. */
final class HonestEntry {

    final int index;
    final Instant recordedAt;
    final String json;
    final boolean aboutTheBook;
    final String retentionClass;
    final List<Value> values = new ArrayList<>();
    int droppedBy = -1;

    HonestEntry(int index, Instant recordedAt, String json, String action, List<Value> values) {
        this.index = index;
        this.recordedAt = recordedAt;
        this.json = json;
        this.aboutTheBook = action.startsWith("ledger.");
        this.retentionClass = action.startsWith("rule.") ? "rules" : "people";
        this.values.addAll(values);
    }

    /** A committed value. */
    static final class Value {
        final String pointer;
        final String subject;
        final String salt;
        final String json;
        final String commitment;
        int erasedBy = -1;

        Value(String pointer, String subject, byte[] salt, String json, String commitment) {
            this.commitment = commitment;
            this.pointer = pointer;
            this.subject = subject;
            this.salt = Text.base64(salt);
            this.json = json;
        }

        String told(boolean withheld) {
            if (erasedBy >= 0) {
                return "{\"erased\":" + erasedBy + "}";
            }
            return withheld ? "{\"withheld\":true}" : "{\"salt\":\"" + salt + "\",\"value\":" + json + "}";
        }
    }

    /** The entry as people read it. */
    String restored(boolean withheld) {
        String restored = json;
        for (Value value : values) {
            String told = value.erasedBy >= 0 ? "\"(erased)\"" : withheld ? "\"(withheld)\"" : value.json;
            restored = restored.replace(value.commitment, told);
        }
        return restored;
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    byte[] leaf() {
        return NaiveTree.sha256(new byte[1], bytes());
    }

    YearMonth month() {
        return YearMonth.from(recordedAt.atZone(ZoneOffset.UTC));
    }
}
