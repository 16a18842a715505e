package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.wire.Message;

/** What a sync does to the rules that are already there. */
public enum SyncType {
    NORMAL,
    /** Deletes all but transitive rules first. */
    CLEAN,
    /** Deletes every rule first. */
    CLEAN_ALL;

    /**
     * What a preflight answer makes of what the client needs: no or an unknown answer refuses a clean sync, and a client
     * that needs everything cleaned does not settle for less. The protocol's later clean types count as normal in v1.
     */
    static SyncType agree(SyncType needed, Message preflightAnswer, ClientVersion version) {
        SyncType said = said(preflightAnswer, version);
        return said == CLEAN && needed == CLEAN_ALL ? CLEAN_ALL : said;
    }

    private static SyncType said(Message answer, ClientVersion version) {
        if (answer.has("sync_type") && version.atLeast(2024, 1)) {
            return switch (answer.choice("sync_type")) {
                case "CLEAN" -> CLEAN;
                case "CLEAN_ALL" -> CLEAN_ALL;
                default -> NORMAL;
            };
        }
        return answer.flag("clean_sync") ? CLEAN : NORMAL;
    }
}
