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

    /** Kinds of things that a member may have. */
    enum Kind {
        /** Macs that the person owns. */
        DEVICE,
        /** Rules that the person answers for. */
        RULE,
        /** Open requests that the person made; they are withdrawn. */
        REQUEST(false),
        /** Service accounts that the person answers for. */
        SERVICE_ACCOUNT,
        /** Teams that the person leads. */
        TEAM,
        /** People who report to the person. */
        REPORT;

        private final boolean needsSuccessor;

        Kind() {
            this(true);
        }

        Kind(boolean needsSuccessor) {
            this.needsSuccessor = needsSuccessor;
        }

        /** Whether somebody must take them over. */
        public boolean needsSuccessor() {
            return needsSuccessor;
        }
    }
}
