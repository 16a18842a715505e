package io.gatehouse.testkit.fleet;

/** What happens to executions that no rule and no path expression decides. */
public enum ClientMode {
    MONITOR,
    LOCKDOWN,
    /** Lockdown in which the person at the Mac may allow software for this Mac. Known since 2024.11. */
    STANDALONE
}
