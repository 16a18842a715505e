package io.gatehouse.identity.connections;

import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Turns refresh tokens. Each is good once; who shows an earlier one ends the connection, since either they or whoever
 * used it before has stolen it.
 */
@Service
public final class RefreshTokens {

    /** A program that was not used for so long must be connected again. */
    public static final Duration LAST_UNUSED = Duration.ofDays(30);

    private final Transactions transactions;
    private final ConnectionStore store;
    private final DeviceCodeStore codes;
    private final ConnectionCheck check;
    private final Persons persons;
    private final ReuseNotices notices;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    RefreshTokens(
            Transactions transactions,
            ConnectionStore store,
            DeviceCodeStore codes,
            ConnectionCheck check,
            Persons persons,
            ReuseNotices notices,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.codes = codes;
        this.check = check;
        this.persons = persons;
        this.notices = notices;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /** The connection whose latest token this is, while its person may have a program act for them. */
    public Optional<KnownConnection> find(RefreshText shown) {
        return transactions.installation(() -> {
            Optional<KnownConnection> known = store.ofFamily(shown.familyHash());
            if (known.isPresent() && !isLatest(known.get(), shown)) {
                reused(known.get());
                return Optional.empty();
            }
            return known.filter(this::isInTime)
                    .filter(found -> check.member(found).isPresent());
        });
    }

    /** Gives a connection its first token, once for each device code; false when that was done already. */
    public boolean begin(byte[] deviceHash, UUID connection, RefreshText token) {
        return transactions.installation(() -> {
            codes.delete(deviceHash);
            return store.begin(connection, token, until());
        });
    }

    /** Puts a token in its predecessor's place; false when another request was faster, which ends the connection. */
    public boolean turn(UUID connection, RefreshText before, RefreshText token) {
        return transactions.installation(() -> {
            boolean turned = store.turn(connection, before.turnHash(), token, until());
            if (!turned) {
                store.find(connection).ifPresent(this::reused);
            }
            return turned;
        });
    }

    /** Ends the connection of a token that its program gives back. */
    public void giveBack(RefreshText token) {
        transactions.<Boolean>installation(() -> {
            store.ofFamily(token.familyHash()).ifPresent(known -> {
                store.delete(known.id());
                tell(scope(known), known, "connection.give-back");
            });
            return true;
        });
    }

    private void reused(KnownConnection known) {
        if (store.delete(known.id())) {
            tell(OrganizationScope.system(known.organization()), known, "connection.end-reused");
            notices.send(known);
        }
    }

    private OrganizationScope scope(KnownConnection known) {
        return persons.membership(known.organization(), known.person())
                .map(member -> ConnectionCheck.scope(known, member))
                .orElse(new OrganizationScope(known.organization(), Actor.system()));
    }

    private void tell(OrganizationScope scope, KnownConnection known, String action) {
        transactions.<Boolean>installation(scope, () -> {
            ledger.append(scope, NewEntry.of(action, "connection", known.id(), known.program()));
            return true;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private boolean isInTime(KnownConnection known) {
        Instant until = known.refreshUntil();
        return until != null && until.isAfter(clock.instant());
    }

    private static boolean isLatest(KnownConnection known, RefreshText shown) {
        return MessageDigest.isEqual(known.latestHash(), shown.turnHash());
    }

    private Instant until() {
        return clock.instant().plus(LAST_UNUSED);
    }
}
