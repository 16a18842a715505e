package io.gatehouse.identity.demands;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.fallback.RequiredProviders;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps what organizations demand of sessions, and finds out whether one meets it. Read anew for each request. */
@Service
public final class Demands {

    /** How a session stands to what the organization demands, from good to bad. */
    public enum Verdict {
        MET,
        /** The person must add a second factor, or sign in with it. */
        SECOND_FACTOR_MISSING,
        /** It was opened through an identity provider that is another organization's, out of use, or lost its domain. */
        OTHER_SIGN_IN_NEEDED,
        /** The organization lets people in through its own identity provider alone. */
        PROVIDER_REQUIRED,
        /** It was not used, or has lasted, for longer than the organization allows. */
        OVER
    }

    private final Transactions transactions;
    private final SignInDemandStore store;
    private final Persons persons;
    private final SecondFactors secondFactors;
    private final SessionReach reach;
    private final RequiredProviders required;
    private final Organizations organizations;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Demands(
            Transactions transactions,
            SignInDemandStore store,
            Persons persons,
            SecondFactors secondFactors,
            SessionReach reach,
            RequiredProviders required,
            Organizations organizations,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.secondFactors = secondFactors;
        this.reach = reach;
        this.required = required;
        this.organizations = organizations;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /** Whether the session may act for that membership. Who is engaged meets what the provider demands as well. */
    public Verdict check(SignedIn session, Membership membership) {
        return Objects.requireNonNull(
                check(session, List.of(membership)).get(membership.organization()), "Of each there is a verdict");
    }

    /** As {@link #check(SignedIn, Membership)} for many: all demands are read at once, and each provider's verdict once. */
    public Map<OrganizationId, Verdict> check(SignedIn session, Collection<Membership> memberships) {
        return transactions.installation(() -> {
            Map<OrganizationId, SignInDemands> demands =
                    store.all(memberships.stream().map(Membership::organization).toList());
            boolean counts = reach.counts(session);
            Map<OrganizationId, Verdict> atProviders = new HashMap<>();
            Map<OrganizationId, Verdict> verdicts = new HashMap<>();
            for (Membership membership : memberships) {
                SignInDemands here = demands.getOrDefault(membership.organization(), SignInDemands.NONE);
                verdicts.put(
                        membership.organization(),
                        counts && SessionReach.reaches(session, membership)
                                ? check(session, membership, here, atProviders)
                                : Verdict.OTHER_SIGN_IN_NEEDED);
            }
            return verdicts;
        });
    }

    private Verdict check(
            SignedIn session, Membership membership, SignInDemands demands, Map<OrganizationId, Verdict> atProviders) {
        Verdict here = checkHere(session, membership, demands);
        return membership
                .engagement()
                .map(engagement -> atProviders.computeIfAbsent(
                        engagement.provider(), provider -> checkAtProvider(session, provider)))
                .map(there -> worse(here, there))
                .orElse(here);
    }

    /** Where the session's person is an active member, and whether the session may act there. */
    public record Standing(Membership membership, Verdict verdict) {}

    /** The session's standing in one organization, read in one go; empty for strangers and suspended members. */
    public Optional<Standing> standing(SignedIn session, OrganizationId organization) {
        return transactions.installation(() -> persons.membership(organization, session.person())
                .map(membership -> new Standing(membership, check(session, membership))));
    }

    /** Whether a program may act for that member, who allowed it so; limits of a session's time do not concern programs. */
    public boolean allowProgram(Membership membership, Consent consent) {
        return transactions.installation(() -> isVouchedFor(membership, consent)
                && store.find(membership.organization())
                        .filter(demands -> demands.needsSecondFactor(membership))
                        .map(_ -> hasSecondFactor(membership, consent))
                        .orElse(true));
    }

    private boolean isVouchedFor(Membership membership, Consent consent) {
        OrganizationId organization = membership.organization();
        UUID provider = consent.provider();
        return (provider == null
                        || reach.believes(
                                organization, provider, membership.person().id()))
                && !required.isMissing(organization, provider);
    }

    private boolean hasSecondFactor(Membership membership, Consent consent) {
        return switch (consent.secondFactor()) {
            case NONE -> false;
            case OWN -> !secondFactors.of(membership.person().id()).isEmpty();
            case FEDERATED -> true;
        };
    }

    SignInDemands of(OrganizationScope scope) {
        return transactions.read(scope, () -> store.find(scope.organization())).orElse(SignInDemands.NONE);
    }

    SignInDemands change(OrganizationScope scope, SignInDemands wanted) {
        Organization organization = organizations.of(scope);
        if (!wanted.secondFactorRoles().stream().allMatch(role -> role.fits(organization.kind()))) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "Some roles do not exist here",
                    List.of(new ProblemException.FieldError(
                            "secondFactorRoles", "must be of " + Role.of(organization.kind()))));
        }
        transactions.write(scope, () -> {
            SignInDemands before = store.find(scope.organization()).orElse(SignInDemands.NONE);
            if (!before.equals(wanted)) {
                store.save(scope.organization(), wanted);
                ledger.append(
                        scope,
                        NewEntry.of(
                                        "organization.change-sign-in",
                                        "organization",
                                        organization.id(),
                                        organization.name())
                                .change(fields(before), fields(wanted)));
            }
        });
        // Live streams check again when they hear of people.
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return wanted;
    }

    private Verdict checkHere(SignedIn session, Membership membership, SignInDemands demands) {
        Verdict verdict = check(session, membership, demands);
        // Who is engaged is no one of the organization's own people: their provider's own demand holds for them.
        return membership.engagement().isEmpty() && required.isMissing(session, membership)
                ? worse(verdict, Verdict.PROVIDER_REQUIRED)
                : verdict;
    }

    private Verdict checkAtProvider(SignedIn session, OrganizationId provider) {
        return persons.membership(provider, session.person())
                .map(membership ->
                        checkHere(session, membership, store.find(provider).orElse(SignInDemands.NONE)))
                .orElse(Verdict.OVER);
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Verdict check(SignedIn session, Membership membership, SignInDemands demands) {
        if (isOver(session.lastUsed(), demands.idleMinutes()) || isOver(session.began(), demands.longestMinutes())) {
            return Verdict.OVER;
        }
        boolean missing = demands.needsSecondFactor(membership)
                && !session.factors().contains(Factor.FEDERATED_SECOND_FACTOR)
                && (!session.hasSecondFactor()
                        || secondFactors.of(session.person()).isEmpty());
        return missing ? Verdict.SECOND_FACTOR_MISSING : Verdict.MET;
    }

    private boolean isOver(Instant since, @Nullable Integer minutes) {
        return minutes != null && since.plus(Duration.ofMinutes(minutes)).isBefore(clock.instant());
    }

    private static Map<String, @Nullable Object> fields(SignInDemands demands) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("secondFactorForAll", demands.secondFactorForAll());
        fields.put(
                "secondFactorRoles",
                demands.secondFactorRoles().stream().map(Role::name).sorted().toList());
        fields.put("idleMinutes", demands.idleMinutes());
        fields.put("longestMinutes", demands.longestMinutes());
        return fields;
    }
}
