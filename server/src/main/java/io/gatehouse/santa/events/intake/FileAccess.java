package io.gatehouse.santa.events.intake;

import io.gatehouse.santa.protocol.message.FileAccessEvent;
import io.gatehouse.santa.protocol.message.FileAccessProcess;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One decision of a file access policy, ready to be stored. */
record FileAccess(
        UUID device,
        UUID id,
        long micros,
        Verdict verdict,
        String ruleName,
        String ruleVersion,
        String target,
        String processChain,
        @Nullable String claimedTime) {

    private static final int MOST_PROCESSES = 64;

    static FileAccess of(UUID device, FileAccessEvent event, long received) {
        EventTime time = EventTime.of(event.accessTime(), received);
        Verdict verdict = Verdict.of(event.decision());
        String ruleName = CleanText.of(event.ruleName(), CleanText.IDENTIFIER);
        String ruleVersion = CleanText.of(event.ruleVersion(), CleanText.IDENTIFIER);
        String target = CleanText.of(event.target(), CleanText.PATH);
        String chain = Json.array(Facts.first(event.processChain(), MOST_PROCESSES), FileAccess::process);
        Digest unique = new Digest()
                .add(device)
                .add(Double.doubleToLongBits(event.accessTime()))
                .add(ruleName)
                .add(ruleVersion)
                .add(target)
                .add(chain);
        return new FileAccess(
                device,
                verdict.addTo(unique).toId(time.micros()),
                time.micros(),
                verdict,
                ruleName,
                ruleVersion,
                target,
                chain,
                time.moved() ? Double.toString(event.accessTime()) : null);
    }

    private static void process(Json json, FileAccessProcess process) {
        json.put("filePath", CleanText.of(process.filePath(), CleanText.PATH))
                .put("pid", process.pid())
                .put("signingId", CleanText.of(process.signingId(), CleanText.IDENTIFIER))
                .put("teamId", CleanText.of(process.teamId(), CleanText.IDENTIFIER))
                .put("cdhash", Facts.hash(process.cdhash()))
                .put("sha256", Facts.hash(process.fileSha256()))
                .put("signingChain", Facts.certificates(process.signingChain()), Facts::certificate);
    }
}
