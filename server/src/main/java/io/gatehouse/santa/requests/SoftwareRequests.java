package io.gatehouse.santa.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Inbox;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looking at requests for software, and what a requester does to their own. */
@Component
final class SoftwareRequests {

    private final Transactions transactions;
    private final Approvals approvals;
    private final RequestViews views;
    private final RequestReach reach;

    SoftwareRequests(Transactions transactions, Approvals approvals, RequestViews views, RequestReach reach) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.views = views;
        this.reach = reach;
    }

    /**
     * Which requests to list.
     *
     * @param mine only the caller's own
     * @param decidable only of people for whom the caller decides
     */
    record Wanted(
            @Nullable RequestState state,
            boolean mine,
            boolean decidable,
            @Nullable String text,
            @Nullable String cursor,
            int limit) {}

    Page<RequestSummary> list(Caller caller, Wanted wanted) {
        OrganizationScope scope = caller.scope();
        return transactions.read(scope, () -> {
            RequestQuery query = new RequestQuery(
                    wanted.state(), asking(caller, wanted), wanted.text(), null, wanted.cursor(), wanted.limit());
            Page<RequestView> page = approvals.list(scope, query);
            return new Page<>(views.summaries(scope, page.items()), page.next());
        });
    }

    private @Nullable Set<PersonId> asking(Caller caller, Wanted wanted) {
        if (wanted.mine()) {
            return Set.of(caller.person());
        }
        return wanted.decidable() ? reach.decided(caller) : reach.seen(caller);
    }

    /**
     * What awaits the caller's word.
     *
     * @param waiting how many in all; 1000 stands for as many or more
     */
    record Awaiting(List<RequestSummary> items, @Nullable String next, long waiting) {}

    Awaiting awaiting(Caller caller, @Nullable String cursor, int limit) {
        OrganizationScope scope = caller.scope();
        return transactions.read(scope, () -> {
            Inbox inbox = approvals.inbox(scope, cursor, limit);
            return new Awaiting(
                    views.summaries(scope, inbox.page().items()), inbox.page().next(), inbox.waiting());
        });
    }

    /** The request, if the caller may see it; else it is as if there were none. */
    RequestView visible(Caller caller, RequestId id) {
        return approvals
                .find(caller.scope(), id)
                .filter(request -> caller.is(request.requester())
                        || reach.sees(caller, request.requester())
                        || isInvolved(caller, request))
                .orElseThrow(() -> ApprovalProblem.NO_SUCH_REQUEST.because("There is no such request here"));
    }

    /** Whether the policy asks, or asked, the caller, whatever else they may. */
    boolean isInvolved(Caller caller, RequestView request) {
        return caller.scope().actor().asPerson().isPresent()
                && !caller.is(request.requester())
                && (request.decisions().stream().anyMatch(made -> caller.is(made.person()) || caller.is(made.member()))
                        || approvals.asks(caller.scope(), request.id()));
    }

    /**
     * What the requester says from now on.
     *
     * @param justification instead of the former one; in it stands what an approver asked back for
     * @param contentHash of the version that the requester looked at
     */
    record Revision(
            @Nullable String justification, @Nullable ContentHash contentHash) {}

    void revise(Caller caller, RequestId id, Revision revision) {
        ContentHash seen = Terms.required("contentHash", revision.contentHash());
        Statement justification = Statement.of("justification", revision.justification());
        transactions.write(caller.scope(), () -> {
            RequestView request = visible(caller, id);
            if (!request.contentHash().equals(seen)) {
                throw ApprovalProblem.CONTENT_CHANGED.because(
                        "contentHash is not that of this request: look at it again");
            }
            if (request.justification().equals(justification.text())) {
                throw ProblemException.invalid("justification", "must say something else than before");
            }
            return approvals.revise(
                    caller.scope(),
                    id,
                    new NewRequest(
                            request.kind(), request.subjectKey(), request.title(), request.subject(), justification));
        });
    }

    void withdraw(Caller caller, RequestId id) {
        visible(caller, id);
        approvals.withdraw(caller.scope(), id);
    }
}
