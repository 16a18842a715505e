package io.gatehouse.santa.votes;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the organization votes: reading and changing it. */
@Component
final class Voting {

    private final Transactions transactions;
    private final VotingStore store;
    private final Ledger ledger;

    Voting(Transactions transactions, VotingStore store, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
    }

    KeptVoting find(OrganizationScope scope) {
        return transactions.read(scope, () -> store.find(scope));
    }

    KeptVoting change(OrganizationScope scope, int version, VotingSettings settings) {
        return transactions.write(scope, () -> {
            KeptVoting before = store.find(scope);
            if (!store.put(scope, version, settings)) {
                throw CommonProblem.STALE.because("Somebody changed how votes count meanwhile: read it again");
            }
            ledger.append(
                    scope,
                    NewEntry.of("voting.change", "voting", scope.organization(), "Votes on software")
                            .change(before.version() == 0 ? null : fields(before.settings()), fields(settings)));
            return store.find(scope);
        });
    }

    private static Map<String, @Nullable Object> fields(VotingSettings settings) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("open", settings.open());
        settings.thresholds().forEach((type, enough) -> {
            fields.put(type + ".local", enough.local());
            fields.put(type + ".proposal", enough.proposal());
            fields.put(type + ".condemnation", enough.condemnation());
        });
        settings.weights().forEach((role, weight) -> fields.put("weights." + role, weight));
        fields.put("largestShare", settings.largestShare());
        return fields;
    }
}
