package io.gatehouse.identity.signin;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.organizations.OrganizationDirectory;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Transactions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells a signed-in person where they belong and what they may do there. */
@Service
final class SessionViews {

    /** More customers than anybody looks after by hand; the portfolio pages through all of them. */
    private static final int MOST_ENGAGEMENTS = 100;

    private final Transactions transactions;
    private final Persons persons;
    private final OrganizationDirectory organizations;
    private final Demands demands;

    SessionViews(Transactions transactions, Persons persons, OrganizationDirectory organizations, Demands demands) {
        this.transactions = transactions;
        this.persons = persons;
        this.organizations = organizations;
        this.demands = demands;
    }

    /** Of a session that began just now. */
    SessionView of(SignedIn session) {
        return of(session, null);
    }

    /**
     * Where the session's person belongs.
     *
     * @param addressed slug of an organization that is told of in any case, if they belong there
     */
    SessionView of(SignedIn session, @Nullable String addressed) {
        return transactions.installation(() -> {
            PersonRef who = persons.find(session.person())
                    .orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("The session's person is gone"));
            return new SessionView(
                    who,
                    session.through().isEmpty() && persons.isOperator(who.id()),
                    session.through().orElse(null),
                    memberships(session, addressed));
        });
    }

    private List<SessionView.MembershipView> memberships(SignedIn session, @Nullable String addressed) {
        Map<OrganizationId, Membership> all = new LinkedHashMap<>();
        Stream.of(persons.memberships(session.person()), persons.engagements(session.person(), MOST_ENGAGEMENTS))
                .flatMap(List::stream)
                .forEach(membership -> all.put(membership.organization(), membership));
        Optional.ofNullable(addressed)
                .flatMap(organizations::bySlug)
                .flatMap(organization -> persons.membership(organization.id(), session.person()))
                .ifPresent(membership -> all.putIfAbsent(membership.organization(), membership));
        return views(session, all.values());
    }

    private List<SessionView.MembershipView> views(SignedIn session, Collection<Membership> memberships) {
        Map<OrganizationId, Organization> byId =
                organizations
                        .all(memberships.stream().map(Membership::organization).toList())
                        .stream()
                        .collect(Collectors.toMap(Organization::id, Function.identity()));
        Map<OrganizationId, Demands.Verdict> verdicts = demands.check(session, memberships);
        return memberships.stream()
                .flatMap(membership -> Stream.ofNullable(byId.get(membership.organization()))
                        .map(organization -> view(organization, membership, verdicts.get(organization.id()))))
                .toList();
    }

    private static SessionView.MembershipView view(
            Organization organization, Membership membership, Demands.@Nullable Verdict verdict) {
        if (verdict == Demands.Verdict.OTHER_SIGN_IN_NEEDED) {
            return new SessionView.MembershipView(
                    organization, List.of(), List.of(), List.of(), false, true, false, null);
        }
        return new SessionView.MembershipView(
                organization,
                membership.roles().stream().sorted().toList(),
                membership.permissions().stream().sorted().toList(),
                membership.permissionsInTeams().keySet().stream().sorted().toList(),
                verdict == Demands.Verdict.SECOND_FACTOR_MISSING,
                false,
                verdict == Demands.Verdict.PROVIDER_REQUIRED,
                membership
                        .engagement()
                        .map(engagement -> new SessionView.EngagementView(
                                engagement.provider(),
                                engagement.providerName(),
                                engagement.level(),
                                engagement.until()))
                        .orElse(null));
    }
}
