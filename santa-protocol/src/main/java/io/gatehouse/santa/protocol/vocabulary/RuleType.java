package io.gatehouse.santa.protocol.vocabulary;

/** What the identifier of a rule names (santa.sync.v1 RuleType). */
public enum RuleType implements ProtocolEnum {
    /** SHA-256 of the whole file. */
    BINARY(1),
    /** SHA-256 of the leaf certificate. */
    CERTIFICATE(2),
    /** Apple's ten-character developer team; clients from 2022. */
    TEAMID(3),
    /** Team or "platform", a colon, the signing identifier; clients from 2023. */
    SIGNINGID(4),
    /** Code directory hash; clients from 2024.6. */
    CDHASH(5);

    private final int number;

    RuleType(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
