package io.gatehouse.approvals.policies;

/**
 * Somebody whom a policy may name, as people call them.
 *
 * @param id as the policy's document has it
 * @param detail what tells those of the same name apart; empty when there is nothing
 */
record NamedApprover(Kind kind, String id, String name, String detail) {

    /** What is named. */
    enum Kind {
        PERSON,
        TEAM,
        ROLE
    }
}
