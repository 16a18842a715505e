package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out what was approved. A door implements it for its kind of request. */
public interface Executor {

    /** The kind of request, in capitals: {@code SOFTWARE}. */
    String kind();

    /**
     * Does what was approved, in the transaction of the deciding approval: either both happen or neither.
     *
     * @param scope of the approver whose decision was the last one needed
     * @param request agreed to, with the terms in each decision that approves and counts
     * @return names what was made, for instance the id of a rule
     * @throws io.gatehouse.kernel.ProblemException when it cannot be done; the decision is then not made either
     */
    String execute(OrganizationScope scope, RequestView request);

    /** Who gets what is asked for, besides the requester. */
    default Set<PersonId> beneficiaries(OrganizationScope scope, NewRequest request) {
        return Set.of();
    }

    /** Whose the device or object is that the request is about. */
    default Set<PersonId> owners(OrganizationScope scope, NewRequest request) {
        return Set.of();
    }

    /** What the votes on it come to now, for stages that wait for them. */
    default Poll poll(OrganizationScope scope, NewRequest request) {
        return Poll.NONE;
    }

    /**
     * The terms of an agreement in one word, outside of the console: the least that gives the requester what they ask for.
     * Empty: it is decided in the console alone.
     */
    default Optional<Map<String, String>> plainTerms(OrganizationScope scope, RequestView request) {
        return Optional.empty();
    }

    /** Told once, in the transaction that submits a request. */
    void opened(OrganizationScope scope, RequestView request);

    /** Told once, in the transaction that ends a request in whatever way, before {@link #execute}. */
    void closed(OrganizationScope scope, RequestView request);
}
