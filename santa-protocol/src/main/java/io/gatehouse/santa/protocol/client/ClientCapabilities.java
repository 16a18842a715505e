package io.gatehouse.santa.protocol.client;

import io.gatehouse.santa.protocol.message.PreflightResponse;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.util.Optional;

/** What a client of a given version understands; turns answers into what it can take. */
public final class ClientCapabilities {

    private final SantaVersion version;
    private final RuleClass ruleClass;

    private ClientCapabilities(SantaVersion version) {
        this.version = version;
        int bits = 0;
        for (Feature feature : Feature.values()) {
            bits |= feature.inRules() && has(feature) ? feature.bit() : 0;
        }
        ruleClass = new RuleClass(bits);
    }

    /** The capabilities of the client that sent this santa_version; an unreadable one counts as the oldest, see {@link SantaVersion#UNKNOWN}. */
    public static ClientCapabilities of(String santaVersion) {
        return new ClientCapabilities(SantaVersion.parse(santaVersion));
    }

    public SantaVersion version() {
        return version;
    }

    /** Whether the client understands the feature. */
    public boolean has(Feature feature) {
        return version.compareTo(feature.since()) >= 0;
    }

    /** What decides which rules the client is given. */
    public RuleClass ruleClass() {
        return ruleClass;
    }

    /** The rule as this client can take it, see {@link RuleClass#gate}. */
    public Optional<Rule> gate(Rule rule) {
        return ruleClass.gate(rule);
    }

    /**
     * The settings as this client can take them. STANDALONE becomes LOCKDOWN, which blocks alike, where it is unknown; a clean sync is told as
     * clean_sync to clients before sync_type; either vocabulary for removable media is turned into the one that the client reads; settings that it
     * does not know are left out.
     */
    public PreflightResponse gate(PreflightResponse response) {
        PreflightResponse.Builder gated = response.toBuilder();
        if (response.clientMode() == ClientMode.STANDALONE && !has(Feature.STANDALONE_MODE)) {
            gated.clientMode(ClientMode.LOCKDOWN);
        }
        if (!has(Feature.SYNC_TYPE)) {
            gated.syncType(null);
        }
        if (!has(Feature.SYNC_TYPE) && cleans(response)) {
            gated.deprecatedCleanSync(true);
        }
        if (!has(Feature.FILE_ACCESS_ACTION)) {
            gated.overrideFileAccessAction(null);
        }
        if (!has(Feature.EVENT_DETAIL)) {
            gated.eventDetailUrl(null).eventDetailText(null);
        }
        MediaVocabulary.translate(response, this, gated);
        return gated.build();
    }

    private static boolean cleans(PreflightResponse response) {
        return response.syncType() == SyncType.CLEAN || response.syncType() == SyncType.CLEAN_ALL;
    }
}
