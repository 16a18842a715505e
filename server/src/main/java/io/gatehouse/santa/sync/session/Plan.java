package io.gatehouse.santa.sync.session;

import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sync shall send.
 *
 * @param from what the Mac holds, after what its report proved
 * @param kind null when it holds everything already
 * @param type what the Mac is told to do with its rules first
 * @param hashState until the sync ends
 * @param ended a session whose end only this report told, or that never ended; null when there is none
 * @param endedWell whether that session's rules arrived
 */
public record Plan(
        Held from,
        @Nullable SessionKind kind,
        SyncType type,
        HashState hashState,
        @Nullable Session ended,
        boolean endedWell) {

    /** Requests of an admin that the ended session fulfilled. */
    public List<SyncType> cleaned() {
        if (ended == null || !endedWell || ended.type() == SyncType.NORMAL) {
            return List.of();
        }
        return ended.type() == SyncType.CLEAN ? List.of(SyncType.CLEAN) : List.of(SyncType.CLEAN, SyncType.CLEAN_ALL);
    }
}
