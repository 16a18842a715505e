package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sha256;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** An organization's logo, shown in its console. */
@Service
final class Logos {

    private final Transactions transactions;
    private final OrganizationStore organizations;
    private final LogoStore store;
    private final Ledger ledger;
    private final Clock clock;

    Logos(Transactions transactions, OrganizationStore organizations, LogoStore store, Ledger ledger, Clock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The logo under the hash that the organization names. */
    byte[] of(OrganizationScope scope, String sha256) {
        byte[] hash = hash(sha256);
        return transactions
                .read(scope, () -> store.find(scope.organization(), hash))
                .orElseThrow(Logos::unknown);
    }

    Organization change(OrganizationScope scope, byte[] file) {
        byte[] png = LogoImage.redrawn(file);
        byte[] hash = Sha256.of(png);
        return transactions.write(
                scope, () -> told(scope, () -> store.save(scope.organization(), png, hash, clock.instant())));
    }

    Organization remove(OrganizationScope scope) {
        return transactions.write(scope, () -> told(scope, () -> store.delete(scope.organization())));
    }

    private Organization told(OrganizationScope scope, Runnable change) {
        Organization before = organizations.find(scope.organization()).orElseThrow();
        change.run();
        Organization after = organizations.find(scope.organization()).orElseThrow();
        if (!Objects.equals(before.logo(), after.logo())) {
            ledger.append(
                    scope,
                    NewEntry.of("organization.change", "organization", after.id(), after.name())
                            .change(logo(before), logo(after)));
        }
        return after;
    }

    private static Map<String, @Nullable Object> logo(Organization organization) {
        return Collections.singletonMap("logo", organization.logo());
    }

    private static byte[] hash(String sha256) {
        try {
            return HexFormat.of().parseHex(sha256);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("The organization has no such logo");
    }
}
