package io.gatehouse.santa.events.intake;

import io.gatehouse.santa.protocol.message.Event;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution, ready to be stored but for the number of its software.
 *
 * @param details fields that are shown but never searched, JSON; null when there are none
 */
record Execution(
        UUID device,
        String sha256,
        Facts facts,
        UUID id,
        long micros,
        Verdict verdict,
        boolean blocked,
        boolean staticRule,
        int pid,
        int ppid,
        String path,
        String user,
        String parent,
        @Nullable String details) {

    private static final int MOST_NAMES = 100;

    static Execution of(UUID device, String sha256, Facts facts, Event event, long received) {
        EventTime time = EventTime.of(event.executionTime(), received);
        Verdict verdict = Verdict.of(event.decision());
        Digest unique = new Digest()
                .add(device)
                .add(Double.doubleToLongBits(event.executionTime()))
                .add(event.pid())
                .add(sha256);
        return new Execution(
                device,
                sha256,
                facts,
                verdict.addTo(unique).toId(time.micros()),
                time.micros(),
                verdict,
                event.decision().constant().map(Decision::blocks).orElse(false),
                event.staticRule(),
                event.pid(),
                event.ppid(),
                CleanText.of(event.filePath(), CleanText.PATH),
                CleanText.of(event.executingUser(), CleanText.NAME),
                CleanText.of(event.parentName(), CleanText.NAME),
                details(event, time));
    }

    private static @Nullable String details(Event event, EventTime time) {
        Json json = new Json()
                .put("loggedInUsers", names(event.loggedInUsers()))
                .put("currentSessions", names(event.currentSessions()))
                .put("quarantine", quarantine(event))
                .put("bundle", bundle(event));
        if (time.moved()) {
            json.put("claimedTime", Double.toString(event.executionTime()));
        }
        return json.isEmpty() ? null : json.toString();
    }

    private static Json quarantine(Event event) {
        return new Json()
                .put("dataUrl", CleanText.of(event.quarantineDataUrl(), CleanText.PATH))
                .put("refererUrl", CleanText.of(event.quarantineRefererUrl(), CleanText.PATH))
                .put("timestamp", event.quarantineTimestamp())
                .put("agentBundleId", CleanText.of(event.quarantineAgentBundleId(), CleanText.IDENTIFIER));
    }

    /** What tells of the bundle's hashing rather than of the file. */
    private static Json bundle(Event event) {
        return new Json()
                .put("hash", Facts.hash(event.fileBundleHash()))
                .put("hashMillis", event.fileBundleHashMillis())
                .put("binaryCount", event.fileBundleBinaryCount())
                .put("executablePath", CleanText.of(event.fileBundleExecutableRelPath(), CleanText.PATH));
    }

    private static List<String> names(List<String> all) {
        return Facts.first(all, MOST_NAMES).stream()
                .map(name -> CleanText.of(name, CleanText.NAME))
                .toList();
    }

    /** The details, with the event's own facts when they are not those that are known of its software. */
    @Nullable
    String details(long knownFacts) {
        if (facts.fingerprint() == knownFacts) {
            return details;
        }
        String own = "\"facts\":" + facts.json() + "}";
        return details == null ? "{" + own : details.substring(0, details.length() - 1) + "," + own;
    }
}
