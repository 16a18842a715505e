package io.gatehouse.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keys that sign access tokens: a new one each month, on whichever node needs it first. The one before stays known, so
 * that no token becomes unreadable; private halves are sealed with the installation's key.
 */
@Component
final class SigningKeys implements JWKSource<SecurityContext> {

    static final Duration ROTATED_AFTER = Duration.ofDays(30);

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(61);
    /** So long a node may not know of a key that another one made. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** Made-up keys cost no more than this many looks into the database. */
    private static final Duration LOOKED_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final SigningKeyStore store;
    private final Sealer sealer;
    private final Clock clock;
    private volatile @Nullable Known known;

    SigningKeys(Transactions transactions, SigningKeyStore store, Sealer sealer, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The latest first. */
    private record Known(List<JWK> keys, Instant readAt, Instant latestAt) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        Known before = keys();
        List<JWK> found = selector.select(new JWKSet(before.keys()));
        if (!found.isEmpty() || before.readAt().plus(LOOKED_AGAIN_AFTER).isAfter(clock.instant())) {
            return found;
        }
        known = null;
        return selector.select(new JWKSet(keys().keys()));
    }

    /** Id of the key to sign with. */
    String current() {
        return keys().keys().getFirst().getKeyID();
    }

    private Known keys() {
        Instant now = clock.instant();
        Known remembered = known;
        if (remembered != null
                && !remembered.readAt().isAfter(now)
                && remembered.readAt().plus(REMEMBERED).isAfter(now)
                && remembered.latestAt().plus(ROTATED_AFTER).isAfter(now)) {
            return remembered;
        }
        Known read = transactions.installation(() -> read(now));
        known = read;
        return read;
    }

    private Known read(Instant now) {
        List<SigningKeyStore.Row> rows = store.all();
        if (isDue(rows, now)) {
            store.lock();
            rows = store.all();
            if (isDue(rows, now)) {
                make(now);
                rows = store.all();
            }
        }
        return new Known(
                rows.stream().map(this::open).toList(), now, rows.getFirst().createdAt());
    }

    private void make(Instant now) {
        String id = Ids.next().toString();
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            store.insert(id, sealer.seal(purpose(id), key.toJSONString().getBytes(StandardCharsets.UTF_8)), now);
            store.deleteBefore(now.minus(FORGOTTEN_AFTER));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWK open(SigningKeyStore.Row row) {
        try {
            return JWK.parse(new String(sealer.open(purpose(row.id()), row.sealed()), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key " + row.id() + " cannot be read", e);
        }
    }

    private static boolean isDue(List<SigningKeyStore.Row> rows, Instant now) {
        return rows.isEmpty()
                || !rows.getFirst().createdAt().plus(ROTATED_AFTER).isAfter(now);
    }

    private static String purpose(String id) {
        return "signing key " + id;
    }
}
