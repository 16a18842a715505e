package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Answers who an organization is. */
@Service
public final class OrganizationDirectory implements Organizations {

    private final Transactions transactions;
    private final OrganizationStore store;

    OrganizationDirectory(Transactions transactions, OrganizationStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public Organization of(OrganizationScope scope) {
        return transactions
                .read(scope, () -> store.find(scope.organization()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such organization"));
    }

    /** Organizations by name, whatever the caller's standing there; for those that the caller is known to belong to. */
    public List<Organization> all(Collection<OrganizationId> ids) {
        return transactions.installation(() -> store.findAll(ids));
    }

    /** The organization with that short name, for what everybody may know of it. */
    public Optional<Organization> bySlug(String slug) {
        return transactions.installation(() -> store.findBySlug(slug));
    }

    /** Organizations that no other one serves, by name. */
    public Page<Organization> topLevel(OrganizationQuery query) {
        return transactions.installation(() -> query.page(store::topLevel));
    }

    /** The organizations that the scope's organization serves, by name. */
    public Page<Organization> customers(OrganizationScope provider, OrganizationQuery query) {
        return transactions.read(
                provider,
                () -> query.page(
                        (text, after, limit) -> store.customersOf(provider.organization(), text, after, limit)));
    }
}
