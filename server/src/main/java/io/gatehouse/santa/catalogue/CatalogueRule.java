package io.gatehouse.santa.catalogue;

import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.requests.Terms;
import io.gatehouse.santa.rules.SoftwareIdentity;
import io.gatehouse.santa.software.SoftwareSubject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rule that an entry gives for one Mac, as a request tells of it. */
final class CatalogueRule {

    private CatalogueRule() {}

    /** Everything that is given: what the request's hash binds. */
    static Map<String, String> subject(CatalogueEntry entry, UUID device, Instant now) {
        Map<String, String> subject = new HashMap<>(terms(entry, device, now).texts());
        SoftwareIdentity named = named(entry.key());
        subject.put("fileName", entry.name());
        subject.put("signer", entry.publisher());
        subject.put("signingId", named.signingId());
        subject.put("teamId", named.teamId());
        subject.put("cdhash", named.cdhash());
        subject.put("certificateSha256", named.certificateSha256());
        subject.put(SoftwareSubject.ENTRY, entry.id().toString());
        subject.put("catalogueVersion", Integer.toString(entry.version()));
        if (!named.sha256().isEmpty()) {
            subject.put(SoftwareSubject.SHA256, named.sha256());
        }
        return subject;
    }

    private static Terms terms(CatalogueEntry entry, UUID device, Instant now) {
        Integer days = entry.days();
        return new Terms(
                entry.ruleType(),
                entry.identifier(),
                ScopeChoice.device(device),
                entry.policy(),
                days == null ? null : now.plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS),
                "From the catalogue: " + entry.reason().lines().findFirst().orElse(""));
    }

    /** Why nobody is asked; who wrote that version, the book tells with the entry. */
    static String decided(CatalogueEntry entry) {
        LocalDate day = entry.changedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return "Approved beforehand: the catalogue's entry " + entry.name() + ", version " + entry.version() + " of "
                + day;
    }

    /** Software of which only this is known. */
    static SoftwareIdentity named(RuleKey key) {
        String identifier = key.identifier();
        return switch (key.type()) {
            case BINARY -> identity(identifier, null, null, null, null);
            case CDHASH -> identity(null, identifier, null, null, null);
            case SIGNINGID -> identity(null, null, identifier, null, null);
            case CERTIFICATE -> identity(null, null, null, identifier, null);
            case TEAMID -> identity(null, null, null, null, identifier);
        };
    }

    private static SoftwareIdentity identity(
            @Nullable String sha256,
            @Nullable String cdhash,
            @Nullable String signingId,
            @Nullable String certificate,
            @Nullable String team) {
        return new SoftwareIdentity(
                orEmpty(sha256), orEmpty(cdhash), orEmpty(signingId), orEmpty(certificate), orEmpty(team), null, "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
