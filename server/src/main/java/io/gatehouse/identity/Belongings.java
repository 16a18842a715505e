package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What a member owns that must not be without an owner when they leave; implemented by the module that keeps it. */
public interface Belongings {

    /** What these things are. */
    Kind kind();

    /** How many of them the person has, in the caller's open transaction. */
    long count(OrganizationScope scope, PersonId person);

    /**
     * Gives all of them to another member, or ends what nobody else can have; in the caller's open transaction.
     *
     * @param successor null only when the person has nothing that needs one
     */
    void handOver(OrganizationScope scope, PersonId person, @Nullable PersonId successor);

    /** Ends what a suspended member must not find again when resumed; in the caller's open transaction. */
    default void suspend(OrganizationScope scope, PersonId person) {}

    /** Kinds of things that a member may have. */
    enum Kind {
        /** Macs that the person owns. */
        DEVICE(Succession.NEEDED),
        /** Rules that the person answers for. */
        RULE(Succession.NEEDED),
        /** Open requests that the person made; they are withdrawn. */
        REQUEST(Succession.NONE),
        /** Service accounts that the person answers for. */
        SERVICE_ACCOUNT(Succession.NEEDED),
        /** Teams that the person leads. */
        TEAM(Succession.NEEDED),
        /** People who report to the person. */
        REPORT(Succession.NEEDED),
        /** Customers that the person is engaged for; they go to a successor, or the engagements end. */
        ENGAGEMENT(Succession.WELCOME);

        private final Succession succession;

        Kind(Succession succession) {
            this.succession = succession;
        }

        /** Whether somebody must take them over. */
        public boolean needsSuccessor() {
            return succession == Succession.NEEDED;
        }

        /** Whether somebody can take them over. */
        public boolean takesSuccessor() {
            return succession != Succession.NONE;
        }
    }

    /** Whether things go to somebody else. */
    enum Succession {
        NEEDED,
        WELCOME,
        NONE
    }
}
