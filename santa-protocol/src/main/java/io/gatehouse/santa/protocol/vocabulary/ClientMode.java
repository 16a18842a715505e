package io.gatehouse.santa.protocol.vocabulary;

/** How a Mac treats what no rule names (santa.sync.v1 ClientMode). */
public enum ClientMode implements ProtocolEnum {
    /** Allow it and report it. */
    MONITOR(1),
    /** Block it. */
    LOCKDOWN(2),
    /** Block it, and let the person at the Mac approve it; clients from 2024.11. */
    STANDALONE(3);

    private final int number;

    ClientMode(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
