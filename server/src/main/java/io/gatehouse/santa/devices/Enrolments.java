package io.gatehouse.santa.devices;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.ChangedFields;
import io.gatehouse.santa.TagRef;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Ways by which devices come in, and their secrets. */
@Component
final class Enrolments implements EnrolmentSecrets {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_SECRETS = 10;
    private static final int MOST_ENROLMENTS = 500;
    private static final int MOST_DEVICES = 10_000_000;
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(366);

    private final Transactions transactions;
    private final EnrolmentStore store;
    private final Ledger ledger;
    private final PublicAddress address;
    private final Clock clock;

    Enrolments(Transactions transactions, EnrolmentStore store, Ledger ledger, PublicAddress address, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.address = address;
        this.clock = clock;
    }

    /**
     * A new enrolment.
     *
     * @param name 1 to 120 characters
     * @param tagIds that each new device is given
     * @param maximumDevices at least 1; null: any number
     */
    record Input(
            @Nullable String name,
            @Nullable List<UUID> tagIds,
            @Nullable Integer maximumDevices) {}

    List<Enrolment> all(OrganizationScope scope) {
        return transactions.read(scope, () -> {
            Map<UUID, TagRef> tags = store.tags(scope.organization());
            Map<UUID, List<Enrolment.Secret>> secrets = store.secrets(scope.organization(), clock.instant());
            return store.all(scope.organization()).stream()
                    .map(row -> shown(row, tags, secrets))
                    .toList();
        });
    }

    Enrolment.Issued create(OrganizationScope scope, Input input) {
        String name = input.name() == null ? "" : input.name().strip();
        if (!Texts.isLine(name, 1, LONGEST_NAME)) {
            throw ProblemException.invalid("name", "must have 1 to " + LONGEST_NAME + " printable characters");
        }
        Integer maximum = input.maximumDevices();
        if (maximum != null && (maximum < 1 || maximum > MOST_DEVICES)) {
            throw ProblemException.invalid(
                    "maximumDevices", "must be 1 to " + MOST_DEVICES + ", or null for any number");
        }
        List<UUID> tags = input.tagIds() == null
                ? List.of()
                : input.tagIds().stream().distinct().toList();
        try {
            return transactions.write(scope, () -> make(scope, name, tags, maximum));
        } catch (DuplicateKeyException e) {
            throw CommonProblem.CONFLICT.because("There is an enrolment " + name + " already");
        }
    }

    /** Adds a secret and lets the others retire after a while, so that Macs can be given the new one meanwhile. */
    Enrolment.Issued rotate(OrganizationScope scope, UUID id, @Nullable Duration retireOthersAfter) {
        Duration overlap = retireOthersAfter == null ? Duration.ZERO : retireOthersAfter;
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw ProblemException.invalid("retireOthersAfter", "must be a duration from PT0S to P366D, such as P14D");
        }
        return transactions.write(scope, () -> {
            EnrolmentStore.Row row = active(scope, id);
            List<Enrolment.Secret> before = secrets(scope, id);
            if (before.size() >= MOST_SECRETS) {
                throw CommonProblem.CONFLICT.because("An enrolment has at most " + MOST_SECRETS + " secrets at a time");
            }
            NewSecret secret = NewSecret.of(scope.organization());
            UUID secretId = Ids.next();
            store.addSecret(scope.organization(), secretId, id, secret);
            store.retireOthers(
                    scope.organization(), id, secretId, clock.instant().plus(overlap));
            ChangedFields fields = ChangedFields.between(facts(before), facts(again(scope, before, secretId)));
            append(scope, "enrolment.rotate", row, null, fields.before(), fields.after());
            return issued(scope, id, secret);
        });
    }

    /** Ends one secret at once. Macs that are already enrolled by it need another one from then on. */
    void retire(OrganizationScope scope, UUID id, UUID secretId) {
        transactions.write(scope, () -> {
            EnrolmentStore.Row row = locked(scope, id);
            List<Enrolment.Secret> before = secrets(scope, id);
            if (!store.retire(scope.organization(), id, secretId, clock.instant())) {
                throw CommonProblem.NOT_FOUND.because("The enrolment has no secret " + secretId + " in force");
            }
            ChangedFields fields = ChangedFields.between(facts(before), facts(again(scope, before, secretId)));
            append(scope, "enrolment.secret-delete", row, null, fields.before(), fields.after());
        });
    }

    /** Ends the enrolment with all its secrets. */
    Enrolment revoke(OrganizationScope scope, UUID id, @Nullable String reason) {
        String why = Texts.reason(reason);
        return transactions.write(scope, () -> {
            EnrolmentStore.Row row = active(scope, id);
            store.revoke(scope.organization(), id, clock.instant());
            append(scope, "enrolment.revoke", row, why, Map.of("state", "ACTIVE"), Map.of("state", "REVOKED"));
            return shown(scope, id);
        });
    }

    @Override
    public Holder verify(OrganizationScope scope, UUID enrolment, @Nullable String secret) {
        byte[] hash = NewSecret.hash(Objects.requireNonNullElse(secret, ""));
        return transactions.write(scope, () -> {
            EnrolmentStore.Row row = active(scope, enrolment);
            if (!store.isInForce(scope.organization(), enrolment, hash, clock.instant())) {
                throw ProblemException.invalid("secret", "must be a secret of this enrolment that is in force");
            }
            return new Holder(row.name(), row.tagIds());
        });
    }

    @Override
    public String syncBaseUrl(String secret) {
        return address.of("/santa/" + secret + "/");
    }

    private Enrolment.Issued make(OrganizationScope scope, String name, List<UUID> tags, @Nullable Integer maximum) {
        if (!store.tags(scope.organization()).keySet().containsAll(tags)) {
            throw ProblemException.invalid("tagIds", "must be tags of this organization");
        }
        if (store.all(scope.organization()).size() >= MOST_ENROLMENTS) {
            throw CommonProblem.CONFLICT.because("An organization has at most " + MOST_ENROLMENTS + " enrolments");
        }
        UUID id = Ids.next();
        NewSecret secret = NewSecret.of(scope.organization());
        store.insert(scope.organization(), id, name, tags, maximum);
        store.addSecret(scope.organization(), Ids.next(), id, secret);
        Enrolment.Issued issued = issued(scope, id, secret);
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        after.put("name", name);
        after.put("tagIds", tags.stream().map(UUID::toString).toList());
        after.put("maximumDevices", maximum);
        after.put("state", issued.enrolment().state());
        after.putAll(facts(issued.enrolment().secrets()));
        ledger.append(
                scope, NewEntry.of("enrolment.create", "enrolment", id, name).change(null, after));
        return issued;
    }

    private Enrolment.Issued issued(OrganizationScope scope, UUID id, NewSecret secret) {
        return new Enrolment.Issued(shown(scope, id), secret.text(), syncBaseUrl(secret.text()));
    }

    private void append(
            OrganizationScope scope,
            String action,
            EnrolmentStore.Row row,
            @Nullable String reason,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        ledger.append(
                scope,
                NewEntry.of(action, "enrolment", row.id(), row.name())
                        .because(reason)
                        .change(before, after));
    }

    /** The secrets as they are now, in force or not, and one more. */
    private List<Enrolment.Secret> again(OrganizationScope scope, List<Enrolment.Secret> secrets, UUID more) {
        return store.secrets(
                scope.organization(),
                Stream.concat(secrets.stream().map(Enrolment.Secret::id), Stream.of(more))
                        .toList());
    }

    /** How the book tells secrets: each as a field of its enrolment. */
    private static Map<String, @Nullable Object> facts(List<Enrolment.Secret> secrets) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        secrets.forEach(secret -> {
            Map<String, @Nullable Object> fact = new LinkedHashMap<>();
            fact.put("hint", secret.hint());
            fact.put("retiresAt", secret.retiresAt());
            facts.put("secret " + secret.id(), fact);
        });
        return facts;
    }

    private EnrolmentStore.Row active(OrganizationScope scope, UUID id) {
        EnrolmentStore.Row row = locked(scope, id);
        if (row.revokedAt() != null) {
            throw CommonProblem.CONFLICT.because("Enrolment " + row.name() + " was revoked");
        }
        return row;
    }

    private EnrolmentStore.Row locked(OrganizationScope scope, UUID id) {
        return store.lock(scope.organization(), id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no enrolment " + id));
    }

    private List<Enrolment.Secret> secrets(OrganizationScope scope, UUID id) {
        return store.secrets(scope.organization(), clock.instant()).getOrDefault(id, List.of());
    }

    private Enrolment shown(OrganizationScope scope, UUID id) {
        return shown(
                locked(scope, id),
                store.tags(scope.organization()),
                store.secrets(scope.organization(), clock.instant()));
    }

    private static Enrolment shown(
            EnrolmentStore.Row row, Map<UUID, TagRef> tags, Map<UUID, List<Enrolment.Secret>> secrets) {
        return new Enrolment(
                row.id(),
                row.name(),
                row.tagIds().stream().map(tags::get).filter(Objects::nonNull).toList(),
                row.maximumDevices(),
                row.devices(),
                row.revokedAt() == null ? Enrolment.State.ACTIVE : Enrolment.State.REVOKED,
                row.revokedAt() == null ? secrets.getOrDefault(row.id(), List.of()) : List.of(),
                row.certificates());
    }
}
