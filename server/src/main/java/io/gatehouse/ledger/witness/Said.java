package io.gatehouse.ledger.witness;

/**
 * What a witness said.
 *
 * @param detail one sentence for people
 * @param size of the tree that was cosigned, otherwise 0
 * @param lines cosignatures, otherwise empty
 */
record Said(Outcome outcome, String detail, long size, String lines) {

    static Said of(Outcome outcome, String detail) {
        return new Said(outcome, detail, 0, "");
    }

    static Said cosigned(long size, String lines) {
        return new Said(Outcome.COSIGNED, "It cosigned the checkpoint of " + size + " entries", size, lines);
    }

    boolean isCosigned() {
        return outcome == Outcome.COSIGNED;
    }
}
