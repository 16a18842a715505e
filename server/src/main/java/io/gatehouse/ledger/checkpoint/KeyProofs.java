package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells this installation's keys from rows that somebody wrote into the table: a version counts when each private half opens
 * here, under that version, and signs for its public half.
 */
@Component
final class KeyProofs {

    private static final Logger LOG = LoggerFactory.getLogger(KeyProofs.class);
    private static final byte[] CHALLENGE =
            "This private half fits its public half".getBytes(StandardCharsets.US_ASCII);

    private final Sealer sealer;
    private final Map<Integer, Proof> known = new ConcurrentHashMap<>();
    private volatile Set<Integer> refused = Set.of();

    KeyProofs(Sealer sealer) {
        this.sealer = sealer;
    }

    /** A key, and the hash of the rows that it was opened from: other rows under the same version are looked at anew. */
    private record Proof(byte[] rows, LogKey key) {}

    static String purpose(int version, SignatureType type) {
        return "ledger signing key " + version + " " + type;
    }

    /** The proven versions among the rows. */
    ProvenKeys of(List<LogKeyStore.Row> rows) {
        SortedMap<Integer, LogKey> proven = new TreeMap<>();
        Map<Integer, List<LogKeyStore.Row>> versions = rows.stream()
                .collect(Collectors.groupingBy(LogKeyStore.Row::version, TreeMap::new, Collectors.toList()));
        versions.forEach((version, halves) -> prove(version, halves).ifPresent(key -> proven.put(version, key)));
        report(versions.keySet().stream()
                .filter(version -> !proven.containsKey(version))
                .collect(Collectors.toUnmodifiableSet()));
        return new ProvenKeys(proven);
    }

    /** Versions in the table that were refused when it was last read. */
    Set<Integer> refused() {
        return refused;
    }

    private void report(Set<Integer> now) {
        if (!now.isEmpty() && !now.equals(refused)) {
            LOG.error(
                    "Versions {} in ledger.signing_key were not made by this installation, or were changed: "
                            + "they are not used. Somebody wrote into the database",
                    now);
        }
        refused = now;
    }

    private Optional<LogKey> prove(int version, List<LogKeyStore.Row> halves) {
        byte[] hash = hash(halves);
        Proof before = known.get(version);
        if (before != null && Arrays.equals(before.rows(), hash)) {
            return Optional.of(before.key());
        }
        Optional<LogKey> key = open(version, halves);
        key.ifPresent(opened -> known.put(version, new Proof(hash, opened)));
        return key;
    }

    private Optional<LogKey> open(int version, List<LogKeyStore.Row> rows) {
        if (rows.size() != SignatureType.values().length) {
            return Optional.empty();
        }
        List<LogKey.Half> halves = new ArrayList<>();
        for (LogKeyStore.Row row : rows) {
            SignatureType type = row.type();
            try {
                PrivateKey privateKey = type.privateKey(sealer.open(purpose(version, type), row.sealed()));
                if (!type.holds(row.publicKey(), CHALLENGE, type.sign(privateKey, CHALLENGE))) {
                    return Optional.empty();
                }
                halves.add(new LogKey.Half(type, row.publicKey(), privateKey));
            } catch (IllegalArgumentException e) {
                LOG.debug("{} of version {} does not open", type, version, e);
                return Optional.empty();
            }
        }
        return Optional.of(new LogKey(halves));
    }

    private static byte[] hash(List<LogKeyStore.Row> halves) {
        MessageDigest digest = Sha256.digest();
        for (LogKeyStore.Row half : halves) {
            digest.update((byte) half.type().code());
            digest.update(Sha256.of(half.publicKey()));
            digest.update(Sha256.of(half.sealed()));
        }
        return digest.digest();
    }
}
