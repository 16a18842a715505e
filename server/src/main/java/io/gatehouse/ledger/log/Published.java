package io.gatehouse.ledger.log;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which checkpoint of a log is shown. Where the organization demands witnesses, only those that enough of them cosigned.
 * Reads in the caller's open transaction.
 */
@Component
final class Published {

    private static final int ANY = 1;

    private final LogStore store;
    private final CosignatureStore cosignatures;

    Published(LogStore store, CosignatureStore cosignatures) {
        this.store = store;
        this.cosignatures = cosignatures;
    }

    Optional<LogStore.Note> find(OrganizationScope scope) {
        int needed = cosignatures.needed(scope);
        return needed == 0
                ? store.latest(scope)
                : cosignatures.newest(scope, needed, 0).flatMap(size -> store.ofSize(scope, size));
    }

    LogStore.Note latest(OrganizationScope scope) {
        return find(scope).orElseThrow(() -> store.latest(scope).isEmpty() ? notBegun() : notCosigned());
    }

    /** One that covers the entry; where it is a matter of choice, one that a witness cosigned. */
    LogStore.Note covering(OrganizationScope scope, long index) {
        LogStore.Note latest = store.latest(scope).orElseThrow(Published::notBegun);
        if (index < 0 || index >= latest.size()) {
            throw CommonProblem.NOT_FOUND.because("index must be 0 to " + (latest.size() - 1) + ", not " + index);
        }
        int needed = cosignatures.needed(scope);
        return cosignatures
                .newest(scope, Math.max(ANY, needed), index)
                .flatMap(size -> store.ofSize(scope, size))
                .or(() -> needed == 0 ? Optional.of(latest) : Optional.empty())
                .orElseThrow(Published::notCosigned);
    }

    static ProblemException notBegun() {
        return CommonProblem.NOT_FOUND.because("The log has no checkpoint yet; it gets one within seconds");
    }

    private static ProblemException notCosigned() {
        return CommonProblem.CONFLICT.because(
                "The witnesses that the policy of this ledger demands have not cosigned it yet."
                        + " They are asked once a minute; the page Witnesses tells how it stands with each");
    }
}
