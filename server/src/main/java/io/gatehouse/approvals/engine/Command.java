package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.Poll;
import io.gatehouse.approvals.Statement;
import io.gatehouse.approvals.policy.Edit;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants, or what time brings. Ids, times and what is known of people come with it: the engine stays pure. */
public sealed interface Command {

    /**
     * To ask.
     *
     * @param skipped ids of the stages whose condition is false, with the reason
     * @param roles of the requester; looked at in an emergency
     */
    record Submit(Ask ask, ContentHash content, Path path, Map<String, String> skipped, Set<Role> roles)
            implements Command {}

    /**
     * To take what was decided beforehand: nobody is asked.
     *
     * @param decided who decided it and when, in one sentence; it stands with every stage that is left out
     */
    record Take(Ask ask, ContentHash content, Path path, String decided) implements Command {}

    /**
     * To begin the stages that are due.
     *
     * @param rosters by stage and group, of all that are due and none else; whoever must not decide is not in them
     */
    record Begin(Map<String, Map<String, Roster>> rosters, Instant at) implements Command {}

    /** An approver's word. */
    sealed interface Verdict extends Command {

        /** Names the decision to be. */
        UUID decision();

        /** Who decides. */
        Approver by();

        /** What they looked at. */
        ContentHash seen();

        /** How they did. */
        Means means();

        /** When. */
        Instant at();
    }

    /** To let it pass, on terms. */
    record Approve(
            UUID decision,
            Approver by,
            ContentHash seen,
            Means means,
            Map<String, String> terms,
            @Nullable Statement comment,
            Instant at)
            implements Verdict {}

    /** To refuse it. */
    record Deny(
            UUID decision,
            Approver by,
            ContentHash seen,
            Means means,
            @Nullable Statement reason,
            Instant at) implements Verdict {}

    /** To leave it to the others. */
    record Abstain(
            UUID decision,
            Approver by,
            ContentHash seen,
            Means means,
            @Nullable Statement comment,
            Instant at) implements Verdict {}

    /** To ask the requester something first. */
    record AskBack(
            UUID decision,
            Approver by,
            ContentHash seen,
            Means means,
            @Nullable Statement question,
            Instant at) implements Verdict {}

    /**
     * To change what is asked for, or to answer a question about it.
     *
     * @param path that it takes from now on, and
     * @param skipped stages of it; both count for a material edit only
     */
    record Revise(PersonId by, ContentHash content, Edit edit, Path path, Map<String, String> skipped, Instant at)
            implements Command {}

    /** To take it back. */
    record Withdraw(PersonId by, Instant at) implements Command {}

    /**
     * A stage has waited as long as one of its escalations says.
     *
     * @param step index of the escalation in the stage's plan
     * @param rosters by group: whom the step brings in; those of groups that it does not concern are left out
     */
    record Escalate(String stage, int step, Map<String, Roster> rosters, Instant at) implements Command {}

    /**
     * The votes have come to something while a stage waits for them.
     *
     * @param poll as counted now
     */
    record Count(String stage, Poll poll, Instant at) implements Command {}

    /** The request has waited as long as its path allows. */
    record Expire(Instant at) implements Command {}

    /**
     * To end a request whose stages all ended well, just before it is carried out.
     *
     * @param content hash of what would be carried out, computed anew
     * @param unfounded ids of the decisions whose authority is gone
     */
    record Conclude(ContentHash content, Set<UUID> unfounded, Instant at) implements Command {}
}
