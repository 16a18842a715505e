package io.gatehouse.identity.factor;

import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Service;

/** Codes for the day on which the device is lost. Each has 80 random bits, so that a plain hash of it tells nothing. */
@Service
final class BackupCodes {

    private static final int COUNT = 10;
    private static final int CODE_BYTES = 10;

    private final Transactions transactions;
    private final BackupCodeStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BackupCodes(Transactions transactions, BackupCodeStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    int left(PersonId person) {
        return transactions.installation(() -> store.countUnused(person));
    }

    /** New ones in place of all others, in the caller's open transaction. They exist in the clear only in the answer. */
    List<String> issue(PersonId person) {
        store.deleteAll(person);
        List<String> codes = Stream.generate(this::newCode).limit(COUNT).toList();
        codes.forEach(code -> store.insert(person, hash(person, code)));
        return codes;
    }

    /** Uses one, once. */
    boolean use(PersonId person, String code) {
        return transactions.installation(() -> store.use(person, hash(person, code), clock.instant()));
    }

    /** In the caller's open transaction. */
    void removeAll(PersonId person) {
        store.deleteAll(person);
    }

    private String newCode() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return new Base32().encodeAsString(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** However a person writes it: in capitals, with or without the strokes. */
    private static byte[] hash(PersonId person, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("backup code of " + person + ":" + plain).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
