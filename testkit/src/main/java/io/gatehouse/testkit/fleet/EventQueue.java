package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What waits for upload: one execution event per file, file accesses as they come; deleted only when the server took them. */
final class EventQueue {
    private static final Duration REPEAT_AFTER = Duration.ofHours(4);
    private static final Duration UPLOAD_AGAIN_AFTER = Duration.ofMinutes(10);

    private final Map<String, Message> executions = new LinkedHashMap<>();
    private final List<Message> fileAccesses = new ArrayList<>();
    private final Map<String, Instant> lastAllowed = new HashMap<>();
    private final Map<String, Instant> lastUpload = new HashMap<>();

    /** Whether an allowed execution is to be reported: repeats are, at most, every four hours. */
    boolean admitsAllowed(String sha256, Instant now) {
        Instant last = lastAllowed.get(sha256);
        if (last != null && now.isBefore(last.plus(REPEAT_AFTER))) {
            return false;
        }
        lastAllowed.put(sha256, now);
        return true;
    }

    /** Whether a block may be uploaded at once: per hash at most every ten minutes. */
    boolean admitsUpload(String hash, Instant now) {
        Instant last = lastUpload.get(hash);
        if (last != null && now.isBefore(last.plus(UPLOAD_AGAIN_AFTER))) {
            return false;
        }
        lastUpload.put(hash, now);
        return true;
    }

    void add(Message event) {
        executions.putIfAbsent(event.text("file_sha256"), event);
    }

    void addFileAccess(Message event) {
        fileAccesses.add(event);
    }

    List<Message> pending() {
        List<Message> all = new ArrayList<>(executions.values());
        all.addAll(fileAccesses);
        return all;
    }

    /** Forgets what the server took; an event that was queued meanwhile for the same file stays. */
    void taken(Collection<Message> events) {
        executions.values().removeAll(events);
        fileAccesses.removeAll(events);
    }

    void clear() {
        executions.clear();
        fileAccesses.clear();
    }

    int size() {
        return executions.size() + fileAccesses.size();
    }
}
