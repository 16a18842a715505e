package io.gatehouse.identity.keys;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes and revokes the keys of service accounts. */
@Service
final class ApiKeys {

    private static final int MOST_KEYS = 20;

    private final Transactions transactions;
    private final ServiceAccounts accounts;
    private final ApiKeyStore store;
    private final KeySettings settings;
    private final Ledger ledger;
    private final Clock clock;

    ApiKeys(
            Transactions transactions,
            ServiceAccounts accounts,
            ApiKeyStore store,
            KeySettings settings,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.store = store;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<ApiKey> list(OrganizationScope scope, UUID account) {
        return transactions.read(scope, () -> {
            accounts.find(scope, account);
            return store.list(scope, account, clock.instant());
        });
    }

    /** Makes a key, whose text is known to the answer alone. Its maker can do with it only what they may do anyway. */
    ApiKey.Issued issue(Caller caller, UUID account, ApiKeyDraft draft) {
        OrganizationScope scope = caller.scope();
        KeyText text = KeyText.next();
        UUID id = Ids.next();
        Instant now = clock.instant();
        checkExpiry(draft.expiresAt(), now);
        return transactions.write(scope, () -> {
            ServiceAccount of = accounts.held(caller, account);
            checkScopes(of, draft);
            checkNumber(scope, of, now);
            store.insert(scope, account, id, text, draft, now);
            ApiKey issued = required(scope, account, id);
            ledger.append(scope, entry("key.create", issued).change(null, fields(of, issued)));
            return new ApiKey.Issued(issued, text.text());
        });
    }

    /** Ends a key at once. Whoever manages keys may end any, also one that may do more than they. */
    ApiKey revoke(OrganizationScope scope, UUID account, UUID id, String reason) {
        return transactions.write(scope, () -> {
            ApiKey before = required(scope, account, id);
            if (!store.revoke(scope, id, reason, clock.instant())) {
                throw CommonProblem.CONFLICT.because("The key was revoked already");
            }
            ledger.append(
                    scope,
                    entry("key.revoke", before)
                            .because(reason)
                            .change(Map.of("state", before.state().name()), Map.of("state", "REVOKED")));
            return required(scope, account, id);
        });
    }

    private ApiKey required(OrganizationScope scope, UUID account, UUID id) {
        return store.find(scope, account, id, clock.instant())
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such key of the service account"));
    }

    private void checkExpiry(Instant expires, Instant now) {
        if (!expires.isAfter(now) || expires.isAfter(now.plus(settings.longest()))) {
            throw invalid("expiresAt", "must be within " + settings.longest().toDays() + " days from now");
        }
    }

    private static void checkScopes(ServiceAccount account, ApiKeyDraft draft) {
        if (!account.permissions().containsAll(draft.permissions())) {
            throw invalid("permissions", "must be among those of the service account");
        }
    }

    private void checkNumber(OrganizationScope scope, ServiceAccount account, Instant now) {
        long active = store.list(scope, account.id(), now).stream()
                .filter(key -> key.state() == ApiKey.State.ACTIVE)
                .count();
        if (active >= MOST_KEYS) {
            throw CommonProblem.CONFLICT.because("A service account has at most " + MOST_KEYS + " keys at a time");
        }
    }

    private static Map<String, @Nullable Object> fields(ServiceAccount account, ApiKey key) {
        return Map.of(
                "serviceAccountId",
                account.id().toString(),
                "serviceAccount",
                account.name(),
                "beginning",
                key.beginning(),
                "permissions",
                key.permissions().stream().map(Enum::name).toList(),
                "networks",
                key.networks(),
                "expiresAt",
                key.expiresAt().toString(),
                "state",
                key.state().name());
    }

    private static NewEntry entry(String action, ApiKey key) {
        return NewEntry.of(action, "key", key.id(), key.name());
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(
                CommonProblem.INVALID,
                "This key cannot be made",
                List.of(new ProblemException.FieldError(field, message)));
    }
}
