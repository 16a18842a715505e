package io.gatehouse.kernel;

import java.util.List;

/**
 * Organizations that somebody may read across, named one by one: those that a person of a provider is engaged for. The
 * database opens each in turn and no other.
 *
 * @param organizations at most {@link Page#MAXIMUM_LIMIT}
 * @param actor who reads
 */
public record PortfolioScope(List<OrganizationId> organizations, Actor actor) {

    /** Takes a copy. */
    public PortfolioScope {
        organizations = List.copyOf(organizations);
        if (organizations.size() > Page.MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("A portfolio is read in pages of " + Page.MAXIMUM_LIMIT);
        }
    }
}
