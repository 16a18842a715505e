package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Transactions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the watch over a book has found. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger")
final class WatchController {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;

    private final Transactions transactions;
    private final WalkStore walks;
    private final Alarms alarms;

    WatchController(Transactions transactions, WalkStore walks, Alarms alarms) {
        this.transactions = transactions;
        this.walks = walks;
        this.alarms = alarms;
    }

    /**
     * An administrator's answer.
     *
     * @param alarms 1 to 100 open ones
     * @param reason 10 to 2,000 characters
     */
    record Acknowledgement(
            @Nullable Set<UUID> alarms, @Nullable String reason) {}

    @GetMapping("/watch")
    @Requires(Permission.LEDGER_READ)
    WatchView watch(OrganizationScope scope) {
        return transactions.read(
                scope,
                () -> new WatchView(
                        walks.finishedAt(scope, Walk.NEW).orElse(null),
                        walks.finishedAt(scope, Walk.WHOLE).orElse(null),
                        alarms.list(scope)));
    }

    @PostMapping("/alarms/acknowledge")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(OrganizationScope scope, @RequestBody Acknowledgement answer) {
        Set<UUID> chosen = answer.alarms();
        if (chosen == null || chosen.isEmpty() || chosen.size() > Alarms.MOST || chosen.contains(null)) {
            throw ProblemException.invalid("alarms", "must be 1 to " + Alarms.MOST + " ids of open alarms");
        }
        String reason = answer.reason() == null ? "" : answer.reason().strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid(
                    "reason", "must be " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        }
        alarms.acknowledge(scope, chosen, reason);
    }
}
