package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.Finding;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Interpretation;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Keeps what came of trying providers out, for whoever tried, and says what earlier claims would give now. */
@Service
final class ProviderTests {

    private static final int MOST_KNOWN = 50;

    private final Transactions transactions;
    private final ProviderTestStore store;
    private final ExternalIdentityStore identities;
    private final FederatedPeople people;
    private final Providers providers;
    private final Clock clock;

    ProviderTests(
            Transactions transactions,
            ProviderTestStore store,
            ExternalIdentityStore identities,
            FederatedPeople people,
            Providers providers,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.identities = identities;
        this.people = people;
        this.providers = providers;
        this.clock = clock;
    }

    /** The provider sent something that can be believed. */
    void keep(Attempt attempt, Proof proof) {
        Interpretation word = people.interpret(proof.provider(), proof.claims());
        List<Finding> findings = findings(proof, word);
        boolean passed = findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        save(
                attempt,
                new TestOutcome(
                        clock.instant(),
                        proof.provider().version(),
                        passed,
                        findings,
                        proof.subject(),
                        proof.claims(),
                        word,
                        proof.hasSecondFactor(),
                        proof.methods().stream().sorted().toList()));
        if (passed) {
            providers.tested(scope(proof.provider()), proof.provider());
        }
    }

    /** It did not. */
    void keep(Attempt attempt, SignInRefusal refusal) {
        save(
                attempt,
                new TestOutcome(
                        clock.instant(),
                        attempt.provider().version(),
                        false,
                        List.of(Finding.error(refusal)),
                        "",
                        Map.of(),
                        null,
                        false,
                        List.of()));
    }

    Optional<TestOutcome> last(OrganizationScope scope, UUID provider, PersonId tester) {
        return transactions.read(scope, () -> store.find(scope, provider, tester));
    }

    List<ExternalIdentityStore.Known> known(OrganizationScope scope, UUID provider) {
        return transactions.read(scope, () -> identities.known(scope, provider, MOST_KNOWN));
    }

    private List<Finding> findings(Proof proof, Interpretation word) {
        List<Finding> findings = new ArrayList<>();
        people.refusal(proof, word).map(Finding::error).ifPresent(findings::add);
        if (!word.givesRole()) {
            findings.add(Finding.warning(
                    SignInRefusal.Reason.NO_ROLE.slug(),
                    "No rule gives this person a role: they come in only if somebody gave them one by hand"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok("signed-in", "This person would come in"));
        }
        return findings;
    }

    private void save(Attempt attempt, TestOutcome outcome) {
        transactions.write(
                scope(attempt.provider()),
                () -> store.save(attempt.provider(), Objects.requireNonNull(attempt.tester()), outcome));
    }

    private static OrganizationScope scope(IdentityProvider provider) {
        return OrganizationScope.system(provider.organization());
    }
}
