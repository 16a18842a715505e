package io.gatehouse.santa.events.intake;

import io.gatehouse.santa.protocol.message.StandaloneModeRuleCreation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule that a person made at a Mac in standalone mode, ready to be stored. */
record Audit(
        UUID device,
        UUID id,
        long micros,
        Verdict verdict,
        String kind,
        String identifier,
        @Nullable String claimedTime) {

    private static final String RULE_CREATED = "STANDALONE_RULE_CREATED";

    static Audit of(UUID device, StandaloneModeRuleCreation event, long received) {
        EventTime time = EventTime.of(event.timestamp(), received);
        Verdict verdict = Verdict.of(event.decision());
        String identifier = CleanText.of(event.identifier(), CleanText.IDENTIFIER);
        Digest unique = new Digest().add(device).add(event.timestamp()).add(identifier);
        return new Audit(
                device,
                verdict.addTo(unique).toId(time.micros()),
                time.micros(),
                verdict,
                RULE_CREATED,
                identifier,
                time.moved() ? Long.toString(event.timestamp()) : null);
    }
}
