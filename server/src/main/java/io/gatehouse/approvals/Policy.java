package io.gatehouse.approvals;

import io.gatehouse.kernel.Permission;
import java.util.List;
import java.util.Set;

/**
 * Who decides, as data. A request keeps the policy that it was submitted under.
 *
 * @param name as people call it, 1 to 120 characters
 * @param excluded who may never decide, whatever they hold; the requester always belongs to them
 * @param stages 1 to 10, one after the other
 */
public record Policy(String name, Set<Exclusion> excluded, List<Stage> stages) {

    private static final int MOST_STAGES = 10;
    private static final int LONGEST_NAME = 120;

    /** The policy of an organization that has published none: one holder of {@code request.decide}. */
    public static final Policy DEFAULT = new Policy(
            "One approver",
            Set.of(Exclusion.REQUESTER),
            List.of(new Stage("Decision", new Approvers.Holders(Permission.REQUEST_DECIDE), 1)));

    /** Checks that the policy can be met and lets nobody decide their own request. */
    public Policy {
        excluded = Set.copyOf(excluded);
        stages = List.copyOf(stages);
        checkName(name);
        if (!excluded.contains(Exclusion.REQUESTER)) {
            throw ApprovalProblem.POLICY_INVALID.because("excluded must contain REQUESTER");
        }
        if (stages.isEmpty() || stages.size() > MOST_STAGES) {
            throw ApprovalProblem.POLICY_INVALID.because("stages must be 1 to " + MOST_STAGES);
        }
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw ApprovalProblem.POLICY_INVALID.because("name must have 1 to " + LONGEST_NAME + " characters");
        }
    }

    /** Who may never decide. */
    public enum Exclusion {
        REQUESTER
    }

    /**
     * One step of a policy.
     *
     * @param name as people call it, 1 to 120 characters
     * @param approvers who may take a place
     * @param minimum how many different people must approve, 1 to 20; one refusal ends the request
     */
    public record Stage(String name, Approvers approvers, int minimum) {

        private static final int MOST_APPROVERS = 20;

        /** Checks that the stage can be met. */
        public Stage {
            checkName(name);
            if (minimum < 1 || minimum > MOST_APPROVERS) {
                throw ApprovalProblem.POLICY_INVALID.because("minimum must be 1 to " + MOST_APPROVERS);
            }
        }
    }
}
