package io.gatehouse.approvals.delegations;

import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose rights somebody may use. Joins the caller's open transaction. */
@Component
public final class Handovers {

    private final DelegationStore store;

    Handovers(DelegationStore store) {
        this.store = store;
    }

    /**
     * How a right comes to somebody.
     *
     * @param member whose right it is
     * @param links from the member on; the last one is to whom it comes
     */
    public record Chain(PersonId member, List<Link> links) {

        /** Takes a copy of the links. */
        public Chain {
            links = List.copyOf(links);
        }

        /** Everybody in it. */
        public Stream<PersonId> people() {
            return Stream.concat(Stream.of(member), links.stream().map(Link::to));
        }

        /** Whether it is for requests of that kind, made by somebody who belongs to these teams. */
        public boolean fits(String kind, Set<TeamId> teams) {
            return links.stream().allMatch(link -> link.fits(kind, teams));
        }

        /** The kinds of request that it is limited to; a request has one, so two leave none. */
        public Set<String> kinds() {
            return links.stream().map(Link::kind).filter(Objects::nonNull).collect(Collectors.toSet());
        }

        /** The teams that a requester must belong to, to all of them. */
        public Set<TeamId> teams() {
            return links.stream().map(Link::team).filter(Objects::nonNull).collect(Collectors.toSet());
        }
    }

    /**
     * One delegation that lasts.
     *
     * @param kind null: requests of every kind
     * @param team null: of everybody
     */
    public record Link(
            UUID delegation,
            PersonId to,
            Instant until,
            @Nullable String kind,
            @Nullable TeamId team) {

        private boolean fits(String asked, Set<TeamId> teams) {
            return (kind == null || kind.equals(asked)) && (team == null || teams.contains(team));
        }
    }

    /** The chains that end at this person now, the shortest first. None is longer than the engine takes or has a circle. */
    public List<Chain> to(OrganizationScope scope, PersonId person, Instant now) {
        return store.chains(scope, person, now);
    }

    /** Which of these were ended before their time. */
    public Set<UUID> takenBack(OrganizationScope scope, Collection<UUID> delegations) {
        return delegations.isEmpty() ? Set.of() : store.takenBack(scope, delegations);
    }
}
