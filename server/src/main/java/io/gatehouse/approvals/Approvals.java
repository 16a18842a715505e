package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asking and deciding. Every change is written into the book in the same transaction. The acting person of the scope is
 * the requester or the approver; a refusal is an {@link ApprovalProblem}.
 */
public interface Approvals {

    /**
     * Submits a request under the policy in force.
     *
     * @throws io.gatehouse.kernel.ProblemException ALREADY_OPEN when the person has an open one with that subject key
     */
    RequestView submit(OrganizationScope scope, NewRequest request);

    /**
     * Asks for what was decided beforehand, by the rules of the request's door: it is carried out at once, and nobody whom
     * the policy names is asked.
     *
     * @param decided who decided it and when, in one sentence; it stands with every stage that is left out
     */
    RequestView take(OrganizationScope scope, NewRequest request, String decided);

    /**
     * Approves; the last approval needed carries the request out in the same transaction.
     *
     * @param seen the content hash of what the approver looked at
     * @param terms what the approver chose, understood by the {@link Executor}
     */
    RequestView approve(
            OrganizationScope scope,
            RequestId request,
            ContentHash seen,
            Means means,
            Map<String, String> terms,
            @Nullable Statement comment);

    /** Refuses, which ends the request unless its policy counts refusals. */
    RequestView deny(
            OrganizationScope scope, RequestId request, ContentHash seen, Means means, @Nullable Statement reason);

    /** Leaves it to the others. */
    RequestView abstain(
            OrganizationScope scope, RequestId request, ContentHash seen, Means means, @Nullable Statement comment);

    /** Asks the requester something; nobody decides until they {@link #revise} it. */
    RequestView askBack(
            OrganizationScope scope, RequestId request, ContentHash seen, Means means, @Nullable Statement question);

    /** Changes one's own open request. What was agreed to stands only as far as its policy says for such an edit. */
    RequestView revise(OrganizationScope scope, RequestId request, NewRequest next);

    /**
     * Counts the votes for an open request whose stage waits for them; changes nothing where they come to nothing yet. For
     * its door, in the transaction of the vote.
     */
    void count(OrganizationScope scope, RequestId request);

    /** Takes one's own open request back. */
    RequestView withdraw(OrganizationScope scope, RequestId request);

    /** One request with its decisions. Whether the asking person may see it is the caller's to check. */
    Optional<RequestView> find(OrganizationScope scope, RequestId request);

    /** Several requests; unknown ids are left out. */
    Map<RequestId, RequestView> findAll(OrganizationScope scope, Collection<RequestId> requests);

    /** Requests, newest first. */
    Page<RequestView> list(OrganizationScope scope, RequestQuery query);

    /** Why the acting person may not decide this request now; empty when they may. */
    Optional<String> whyNot(OrganizationScope scope, RequestId request);

    /**
     * Refuses as the engine would when the acting person may not decide this request now.
     *
     * @throws io.gatehouse.kernel.ProblemException with the engine's reason
     */
    void checkMayDecide(OrganizationScope scope, RequestId request);

    /** Figures of the days {@code from} to {@code to}, both included, at most 100 days. */
    RequestFigures figures(OrganizationScope scope, LocalDate from, LocalDate to, ZoneId zone);

    /**
     * The open requests in which a place is open to the acting person, or to somebody who delegated to them, longest
     * waiting last.
     */
    Inbox inbox(OrganizationScope scope, @Nullable String cursor, int limit);

    /** Whether the acting person belongs to those whom an open stage of this request asks. */
    boolean asks(OrganizationScope scope, RequestId request);

    /** The versions that an edit replaced, oldest first. */
    List<FormerVersion> formerVersions(OrganizationScope scope, RequestId request);
}
