package io.gatehouse.santa.catalogue;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.mine.MyMacs;
import io.gatehouse.santa.rules.Explanation;
import io.gatehouse.santa.rules.Rules;
import io.gatehouse.santa.software.SoftwareSubject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what is approved beforehand, for one's own Macs alone, and gives it back. A rule that blocks is stronger than the
 * catalogue: who made it knew of something that the curator did not.
 */
@Component
final class Takings {

    private final Transactions transactions;
    private final CatalogueStore entries;
    private final TakingStore takings;
    private final Offers offers;
    private final MyMacs macs;
    private final Rules rules;
    private final Approvals approvals;
    private final Ledger ledger;
    private final Clock clock;

    Takings(
            Transactions transactions,
            CatalogueStore entries,
            TakingStore takings,
            Offers offers,
            MyMacs macs,
            Rules rules,
            Approvals approvals,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.takings = takings;
        this.offers = offers;
        this.macs = macs;
        this.rules = rules;
        this.approvals = approvals;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param version of the entry that they looked at
     * @param deviceIds Macs of their own; null: all of them
     */
    record Choice(@Nullable Integer version, @Nullable List<UUID> deviceIds) {}

    /** The requests that gave it, one for each Mac. */
    record Given(List<RequestId> requests) {}

    Given take(Caller caller, UUID id, Choice choice) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        return transactions.write(scope, () -> {
            CatalogueEntry entry = open(scope, person, id);
            if (!Objects.equals(choice.version(), entry.version())) {
                throw CommonProblem.STALE.because("The entry is at version " + entry.version() + ": look at it again");
            }
            List<UUID> wanting = wanting(scope, entry, chosen(scope, person, choice));
            List<RequestId> requests = new ArrayList<>();
            for (UUID device : wanting) {
                requests.add(give(scope, person, entry, device));
            }
            return new Given(requests);
        });
    }

    /** The entry, locked; one that is for others is as one that does not exist. */
    private CatalogueEntry open(OrganizationScope scope, PersonId person, UUID id) {
        return entries.lock(scope, id)
                .filter(entry -> entry.teams().isEmpty()
                        || offers.teams(scope, person).stream().anyMatch(entry.teams()::contains))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such entry in the catalogue"));
    }

    private List<UUID> chosen(OrganizationScope scope, PersonId person, Choice choice) {
        List<UUID> own = macs.owned(scope, person);
        List<UUID> wanted = choice.deviceIds();
        if (own.isEmpty()) {
            throw CommonProblem.CONFLICT.because("No Mac here is confirmed as yours");
        }
        if (wanted != null && (wanted.isEmpty() || !own.containsAll(wanted))) {
            throw ProblemException.invalid("deviceIds", "must be Macs of yours");
        }
        return wanted == null ? own : wanted.stream().distinct().toList();
    }

    /** Of the Macs those that lack it. */
    private List<UUID> wanting(OrganizationScope scope, CatalogueEntry entry, List<UUID> chosen) {
        List<UUID> wanting = chosen.stream()
                .filter(device -> !isAllowed(scope, entry, device))
                .toList();
        if (wanting.isEmpty()) {
            throw CommonProblem.CONFLICT.because("It may run there already");
        }
        return wanting;
    }

    private boolean isAllowed(OrganizationScope scope, CatalogueEntry entry, UUID device) {
        Explanation now = rules.explain(scope, device, CatalogueRule.named(entry.key()));
        if (now.rule() != null && now.outcome() != Explanation.Outcome.ALLOWED) {
            throw CommonProblem.CONFLICT.because(
                    now.why() + " The catalogue does not change that: ask for it, and somebody decides");
        }
        return now.rule() != null;
    }

    private RequestId give(OrganizationScope scope, PersonId person, CatalogueEntry entry, UUID device) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RequestView request = approvals.take(
                scope,
                new NewRequest(
                        SoftwareSubject.KIND,
                        "catalogue:" + entry.id() + ":" + device,
                        entry.name(),
                        CatalogueRule.subject(entry, device, now),
                        new Statement("Taken from the catalogue of approved software.")),
                CatalogueRule.decided(entry));
        takings.delete(scope, entry.id(), device);
        takings.insert(
                scope,
                new TakingStore.Taking(
                        entry.id(),
                        device,
                        person,
                        request.id().value(),
                        UUID.fromString(Objects.requireNonNull(request.result())),
                        now));
        return request.id();
    }

    /** Gives back what one's own Macs have, also when the entry is there no more. */
    void giveBack(Caller caller, UUID id, List<UUID> devices) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        transactions.write(scope, () -> {
            entries.lock(scope, id);
            List<UUID> own = macs.owned(scope, person);
            List<TakingStore.Taking> found = takings.find(scope, id, devices);
            if (found.isEmpty() || !own.containsAll(devices)) {
                throw CommonProblem.NOT_FOUND.because("None of these Macs has it from the catalogue");
            }
            found.forEach(taking -> giveBack(scope, taking));
        });
    }

    private void giveBack(OrganizationScope scope, TakingStore.Taking taking) {
        if (!rules.takeBack(scope, taking.rule(), taking.request(), "Given back to the catalogue")) {
            throw CommonProblem.CONFLICT.because(
                    "Somebody has changed the rule since: it is no longer yours to give back");
        }
        takings.delete(scope, taking.entry(), taking.device());
        String name = approvals
                .find(scope, new RequestId(taking.request()))
                .map(RequestView::title)
                .orElseThrow();
        ledger.append(
                scope,
                NewEntry.of("catalogue.give-back", "catalogue", taking.entry(), name)
                        .change(
                                Map.of(
                                        "deviceId",
                                        taking.device().toString(),
                                        "requestId",
                                        taking.request().toString(),
                                        "ruleId",
                                        taking.rule().toString()),
                                null));
    }
}
