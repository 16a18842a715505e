package io.gatehouse.santa.protocol.vocabulary;

/** What a Mac decided about an execution (santa.sync.v1 Decision). Numbers 16 and 17 belong to the vendor's own protocol. */
public enum Decision implements ProtocolEnum {
    /** No rule matched in monitor mode. */
    ALLOW_UNKNOWN(1),
    ALLOW_BINARY(2),
    ALLOW_CERTIFICATE(3),
    /** Allowed path, or not a Mach-O file. */
    ALLOW_SCOPE(4),
    ALLOW_TEAMID(5),
    ALLOW_SIGNINGID(6),
    ALLOW_CDHASH(7),
    /** No rule matched in lockdown or standalone mode. */
    BLOCK_UNKNOWN(8),
    BLOCK_BINARY(9),
    BLOCK_CERTIFICATE(10),
    /** Blocked path, or a missing page zero. */
    BLOCK_SCOPE(11),
    BLOCK_TEAMID(12),
    BLOCK_SIGNINGID(13),
    BLOCK_CDHASH(14),
    /** No execution: a member of a bundle that the server asked for. */
    BUNDLE_BINARY(15),
    BLOCK_BINARY_MISMATCH(18),
    /** A binary of macOS itself; clients from 2026.5. */
    ALLOW_PLATFORM(19);

    private final int number;

    Decision(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    /** Whether the execution was stopped. */
    public boolean blocks() {
        return switch (this) {
            case BLOCK_UNKNOWN,
                    BLOCK_BINARY,
                    BLOCK_CERTIFICATE,
                    BLOCK_SCOPE,
                    BLOCK_TEAMID,
                    BLOCK_SIGNINGID,
                    BLOCK_CDHASH,
                    BLOCK_BINARY_MISMATCH -> true;
            case ALLOW_UNKNOWN,
                    ALLOW_BINARY,
                    ALLOW_CERTIFICATE,
                    ALLOW_SCOPE,
                    ALLOW_TEAMID,
                    ALLOW_SIGNINGID,
                    ALLOW_CDHASH,
                    ALLOW_PLATFORM,
                    BUNDLE_BINARY -> false;
        };
    }
}
