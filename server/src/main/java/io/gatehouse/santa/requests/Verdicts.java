package io.gatehouse.santa.requests;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.mine.MyMacs;
import io.gatehouse.santa.software.SoftwareSubject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deciding on requests for software. Whom a request asks is the policy's to say, and the engine checks it. */
@Component
final class Verdicts {

    private final Transactions transactions;
    private final Approvals approvals;
    private final SoftwareRequests requests;
    private final MyMacs macs;

    Verdicts(Transactions transactions, Approvals approvals, SoftwareRequests requests, MyMacs macs) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.requests = requests;
        this.macs = macs;
    }

    /**
     * A refusal.
     *
     * @param reason 10 to 2000 characters
     * @param contentHash of the request that the approver looked at
     */
    record Denial(@Nullable String reason, @Nullable ContentHash contentHash) {}

    /**
     * An approver leaves it to the others.
     *
     * @param comment 10 to 2000 characters, or nothing
     * @param contentHash of the request that the approver looked at
     */
    record Abstention(@Nullable String comment, @Nullable ContentHash contentHash) {}

    /**
     * What the requester must answer first.
     *
     * @param question 10 to 2000 characters
     * @param contentHash of the request that the approver looked at
     */
    record Question(@Nullable String question, @Nullable ContentHash contentHash) {}

    void approve(Caller caller, RequestId id, Terms.Input input) {
        ContentHash seen = Terms.required("contentHash", input.contentHash());
        Terms terms = input.terms();
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            RequestView request = requests.visible(caller, id);
            if (!caller.may(Permission.REQUEST_DECIDE)) {
                approvals.checkMayDecide(scope, id);
                checkNoWider(scope, request, terms);
            }
            approvals.approve(scope, id, seen, Means.inConsole(caller), terms.texts(), null);
        });
    }

    /**
     * Who does not decide for the whole organization changes what the requester may run and nobody else, or agrees to the
     * very terms that somebody who does has chosen.
     */
    private void checkNoWider(OrganizationScope scope, RequestView request, Terms terms) {
        Map<String, String> agreed = request.terms();
        UUID device = terms.scope().deviceId();
        boolean own = device != null
                && device.toString().equals(request.subject().get(SoftwareSubject.DEVICE))
                && macs.owned(scope, request.requester()).contains(device);
        if (!own && (agreed.isEmpty() || !agreed.equals(terms.texts()))) {
            throw CommonProblem.FORBIDDEN.because("Who decides for a team allows software on the requester's own Mac "
                    + "alone: ask somebody who decides for the whole organization");
        }
    }

    void deny(Caller caller, RequestId id, Denial denial) {
        ContentHash seen = Terms.required("contentHash", denial.contentHash());
        requests.visible(caller, id);
        approvals.deny(caller.scope(), id, seen, Means.inConsole(caller), Statement.of("reason", denial.reason()));
    }

    void abstain(Caller caller, RequestId id, Abstention abstention) {
        ContentHash seen = Terms.required("contentHash", abstention.contentHash());
        String comment = abstention.comment();
        boolean silent = comment == null || comment.isBlank();
        requests.visible(caller, id);
        approvals.abstain(
                caller.scope(), id, seen, Means.inConsole(caller), silent ? null : Statement.of("comment", comment));
    }

    void askBack(Caller caller, RequestId id, Question question) {
        ContentHash seen = Terms.required("contentHash", question.contentHash());
        requests.visible(caller, id);
        approvals.askBack(
                caller.scope(), id, seen, Means.inConsole(caller), Statement.of("question", question.question()));
    }
}
