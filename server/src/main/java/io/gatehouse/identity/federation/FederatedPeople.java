package io.gatehouse.identity.federation;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.domains.Domains;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.profiles.ClaimedFacts;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Interpretation;
import io.gatehouse.identity.providers.MappingRules;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Finds out whose word a proof is, makes them a member when they are new, and lets hold what the claims give. A provider
 * speaks only for e-mail addresses under domains that its organization has proven.
 */
@Service
public final class FederatedPeople {

    private final Transactions transactions;
    private final ExternalIdentityStore identities;
    private final MappedRoles roles;
    private final MappingRules rules;
    private final Persons persons;
    private final Domains domains;
    private final ClaimedFacts facts;
    private final ProvisionedClaims provisioned;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    FederatedPeople(
            Transactions transactions,
            ExternalIdentityStore identities,
            MappedRoles roles,
            MappingRules rules,
            Persons persons,
            Domains domains,
            ClaimedFacts facts,
            ProvisionedClaims provisioned,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.identities = identities;
        this.roles = roles;
        this.rules = rules;
        this.persons = persons;
        this.domains = domains;
        this.facts = facts;
        this.provisioned = provisioned;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * The member whom the proof is about, as they are after it.
     *
     * @throws SignInRefusal when it opens nothing here
     */
    Membership admit(Proof proof) {
        Interpretation word = interpret(proof.provider(), proof.claims());
        refusal(proof, word).ifPresent(refusal -> {
            throw refusal;
        });
        PersonRef person = found(proof, word);
        return persons.membership(proof.provider().organization(), person.id())
                .filter(FederatedPeople::holdsAnything)
                .orElseThrow(() -> noRole(word));
    }

    /** What claims mean, by the provider's names and rules. */
    Interpretation interpret(IdentityProvider provider, Map<String, List<String>> claims) {
        Interpretation word = Interpretation.of(provider.claimNames(), rules.of(provider), claims);
        return word.withEmail(Persons.normalize(word.email()));
    }

    /** Why the proof opens nothing, as far as that can be told without the person. */
    Optional<SignInRefusal> refusal(Proof proof, Interpretation word) {
        if (word.email().isEmpty()) {
            return refused(
                    Reason.EMAIL_MISSING,
                    "The provider sent no " + proof.provider().claimNames().email());
        }
        if (!proof.emailConfirmed()) {
            return refused(Reason.EMAIL_NOT_VERIFIED, "The provider does not vouch for " + word.email());
        }
        return ownsDomain(proof.provider(), word.email())
                ? Optional.empty()
                : refused(Reason.DOMAIN_NOT_VERIFIED, "The organization has not proven the domain of " + word.email());
    }

    private void apply(Proof proof, OrganizationScope scope, PersonRef person, Interpretation word) {
        roles.apply(scope, proof, person);
        if (!provisioned.speaksFor(scope, person.id())) {
            IdentityProvider provider = proof.provider();
            Map<String, List<String>> before =
                    identities.claims(provider, List.of(person.id())).getOrDefault(person.id(), Map.of());
            facts.keep(scope, person, place(interpret(provider, before)), place(word));
        }
    }

    private static ClaimedFacts.Facts place(Interpretation word) {
        return new ClaimedFacts.Facts(word.department(), word.title(), word.costCenter(), word.manager());
    }

    private PersonRef found(Proof proof, Interpretation word) {
        OrganizationScope scope = OrganizationScope.system(proof.provider().organization());
        PersonRef person;
        try {
            person = transactions.installation(scope, () -> known(scope, proof, word));
        } catch (DataIntegrityViolationException | ProblemException e) {
            person = foundAgain(scope, proof, word);
        }
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return person;
    }

    /** Somebody else came in as the same person, or let them join, at the same moment: now they are there. */
    private PersonRef foundAgain(OrganizationScope scope, Proof proof, Interpretation word) {
        try {
            return transactions.installation(scope, () -> known(scope, proof, word));
        } catch (DataIntegrityViolationException | ProblemException e) {
            // The provider is gone, or the person left: to a browser on its way that is a refusal and no failure.
            SignInRefusal refusal = new SignInRefusal(
                    Reason.PROVIDER_CHANGED, proof.provider().name() + " or its people changed during the sign-in");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private PersonRef known(OrganizationScope scope, Proof proof, Interpretation word) {
        IdentityProvider provider = proof.provider();
        PersonRef person = identities
                .person(provider, proof.subject())
                .flatMap(persons::find)
                .orElseGet(() -> link(scope, proof, word));
        if (!ownsDomain(provider, person.email())) {
            throw new SignInRefusal(
                    Reason.DOMAIN_NOT_VERIFIED, "The organization has not proven the domain of " + person.email());
        }
        if (Boolean.TRUE.equals(identities.suspended(provider, person.id()))) {
            throw new SignInRefusal(Reason.SUSPENDED, person.email() + " is suspended here");
        }
        apply(proof, scope, person, word);
        identities.used(proof, clock.instant());
        return person;
    }

    private PersonRef link(OrganizationScope scope, Proof proof, Interpretation word) {
        IdentityProvider provider = proof.provider();
        PersonRef person = persons.findByEmail(word.email()).orElse(null);
        boolean member = person != null && identities.suspended(provider, person.id()) != null;
        if (!member && !word.givesRole()) {
            throw noRole(word);
        }
        if (person != null && identities.isLinked(provider, person.id())) {
            throw new SignInRefusal(
                    Reason.OTHER_ACCOUNT, word.email() + " came from another account of the provider before");
        }
        PersonRef linked = person == null ? persons.create(word.email(), word.displayName()) : person;
        if (!member) {
            persons.join(scope, linked, Set.of());
        }
        identities.link(provider, proof.subject(), linked.id(), clock.instant());
        ledger.append(
                scope,
                NewEntry.ofPerson("person.link-identity", linked.id(), linked.displayName())
                        .change(null, Map.of("provider", provider.name())));
        return linked;
    }

    private boolean ownsDomain(IdentityProvider provider, String email) {
        return domains.owner(email).filter(provider.organization()::equals).isPresent();
    }

    private static boolean holdsAnything(Membership membership) {
        return membership.grants().size() > 1;
    }

    private static SignInRefusal noRole(Interpretation word) {
        return new SignInRefusal(Reason.NO_ROLE, "No rule gives " + word.email() + " a role");
    }

    private static Optional<SignInRefusal> refused(Reason reason, String text) {
        return Optional.of(new SignInRefusal(reason, text));
    }
}
