package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organization.OwnershipConfirmation;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Creates and changes organizations, and tells their books of it. */
@Service
public final class OrganizationChanges {

    private static final String FIRST_COLOR = "#2f6f6a";
    private static final int LONGEST_SLUG = 50;

    private final Transactions transactions;
    private final OrganizationStore store;
    private final Ledger ledger;

    OrganizationChanges(Transactions transactions, OrganizationStore store, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * Creates an organization in the installation's open transaction.
     *
     * @param scope names the new organization's id and who creates it
     * @param parent the provider, for a customer
     */
    public Organization create(
            OrganizationScope scope, String name, OrganizationKind kind, @Nullable OrganizationId parent) {
        return transactions.installation(scope, () -> {
            Organization created = insert(scope.organization(), name.strip(), kind, parent);
            ledger.append(
                    scope,
                    NewEntry.of("organization.create", "organization", created.id(), created.name())
                            .change(null, Map.of("name", created.name(), "kind", created.kind())));
            return created;
        });
    }

    Organization change(OrganizationScope scope, OrganizationChange change) {
        checkZone(change.timeZone());
        return transactions.write(scope, () -> {
            Organization before = store.find(scope.organization()).orElseThrow();
            Organization after = change.to(before);
            if (!after.equals(before)) {
                store.update(after);
                ledger.append(
                        scope,
                        NewEntry.of("organization.change", "organization", after.id(), after.name())
                                .change(difference(before, after), difference(after, before)));
            }
            return after;
        });
    }

    private Organization insert(
            OrganizationId id, String name, OrganizationKind kind, @Nullable OrganizationId parent) {
        String slug = slug(name);
        for (int number = 1; ; number++) {
            Organization organization = new Organization(
                    id,
                    number == 1 ? slug : slug + "-" + number,
                    name,
                    kind,
                    parent,
                    FIRST_COLOR,
                    "UTC",
                    OwnershipConfirmation.ADMIN,
                    null);
            if (store.insert(organization)) {
                return organization;
            }
        }
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String slug = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        return slug.isEmpty() ? "organization" : slug;
    }

    private static Map<String, @Nullable Object> difference(Organization one, Organization other) {
        Map<String, @Nullable Object> fields = fields(one);
        fields.entrySet()
                .removeIf(
                        field -> Objects.equals(field.getValue(), fields(other).get(field.getKey())));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Organization organization) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("name", organization.name());
        fields.put("accentColor", organization.accentColor());
        fields.put("timeZone", organization.timeZone());
        fields.put("ownershipConfirmation", organization.ownershipConfirmation());
        return fields;
    }

    private static void checkZone(@Nullable String zone) {
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "There is no such time zone",
                    List.of(new ProblemException.FieldError("timeZone", "must be an IANA name such as Europe/Berlin")));
        }
    }
}
