package io.gatehouse.identity.keys;

import io.gatehouse.identity.KeyExpiring;
import io.gatehouse.identity.KeyLetters;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out what there is to say of a key that ends soon. */
@Component
final class ExpiryLetters implements KeyLetters {

    private final Transactions transactions;
    private final ServiceAccountStore accounts;
    private final ApiKeyStore keys;
    private final Organizations organizations;
    private final PublicAddress address;
    private final Clock clock;

    ExpiryLetters(
            Transactions transactions,
            ServiceAccountStore accounts,
            ApiKeyStore keys,
            Organizations organizations,
            PublicAddress address,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.keys = keys;
        this.organizations = organizations;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Optional<KeyLetter> write(KeyExpiring expiring) {
        OrganizationScope scope = OrganizationScope.system(expiring.organization());
        Organization organization = organizations.of(scope);
        return transactions.read(
                scope,
                () -> accounts.ofKey(scope, expiring.key(), clock.instant())
                        .filter(account -> account.state() == ServiceAccount.State.ACTIVE)
                        .flatMap(account -> keys.find(scope, account.id(), expiring.key(), clock.instant())
                                .filter(key -> key.state() == ApiKey.State.ACTIVE)
                                .map(key -> letter(organization, account, key))));
    }

    private KeyLetter letter(Organization organization, ServiceAccount account, ApiKey key) {
        String page = "/console/o/" + organization.slug() + "/keys/" + account.id();
        return new KeyLetter(
                organization, account.owner(), account.name(), key.name(), key.expiresAt(), address.of(page));
    }
}
