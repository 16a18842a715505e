package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.Statement;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants. Ids and times come with it, so that the engine stays pure. */
public sealed interface Command {

    /** To ask. */
    record Submit(RequestId id, PersonId requester, ContentHash content, Policy policy, Instant at)
            implements Command {}

    /** An approver's word. */
    sealed interface Verdict extends Command {

        /** Who decides. */
        Approver by();

        /** What they looked at. */
        ContentHash seen();
    }

    /** To let it pass, on terms. */
    record Approve(
            UUID decision,
            Approver by,
            ContentHash seen,
            Map<String, String> terms,
            @Nullable Statement comment,
            Instant at)
            implements Verdict {}

    /** To refuse it. */
    record Deny(
            UUID decision,
            Approver by,
            ContentHash seen,
            @Nullable Statement reason,
            Instant at) implements Verdict {}

    /** To take it back. */
    record Withdraw(PersonId by, Instant at) implements Command {}
}
