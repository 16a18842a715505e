package io.gatehouse.santa.catalogue;

import io.gatehouse.identity.TeamId;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Software that was approved beforehand, as its curators see it.
 *
 * @param version counts its changes, from 1
 * @param publisher who makes it; empty when nobody said
 * @param reason why it is approved, and for what
 * @param days for how many days somebody gets it; null: until they give it back
 * @param teams whose people alone may take it, those of the teams below included; empty: everybody may
 * @param changedBy name of who wrote this version
 * @param macs on how many Macs it is taken now
 */
record CatalogueEntry(
        UUID id,
        int version,
        String name,
        String publisher,
        String reason,
        RuleType ruleType,
        String identifier,
        Policy policy,
        @Nullable Integer days,
        List<TeamId> teams,
        Instant changedAt,
        String changedBy,
        long macs) {

    RuleKey key() {
        return new RuleKey(ruleType, identifier);
    }

    /** The fields that the book keeps, by the names of the API. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("version", version);
        facts.put("name", name);
        facts.put("publisher", publisher);
        facts.put("reason", reason);
        facts.put("ruleType", ruleType.name());
        facts.put("identifier", identifier);
        facts.put("policy", policy.name());
        facts.put("days", days);
        facts.put("teams", teams.stream().map(TeamId::toString).toList());
        return facts;
    }
}
