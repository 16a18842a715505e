package io.gatehouse.santa.events.search;

import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import io.gatehouse.santa.rules.SoftwareIdentity;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as one event told of it, whatever other Macs say; absent texts are empty.
 *
 * @param device that told it
 * @param path directory and name
 * @param signer organization of the leaf certificate, or its common name
 * @param signingStatus as reported
 */
public record ToldFile(
        UUID device,
        String sha256,
        String fileName,
        String path,
        String cdhash,
        String signingId,
        String teamId,
        String certificateSha256,
        String signer,
        String signingStatus,
        long flags) {

    static ToldFile of(EventRow row) {
        Told facts = row.facts();
        Told.Certificate leaf =
                facts.certificates("signingChain").stream().findFirst().orElse(Told.Certificate.NONE);
        String organization = orEmpty(leaf.organization());
        Long flags = facts.number("csFlags");
        return new ToldFile(
                row.device().id(),
                row.sha256(),
                orEmpty(facts.text("fileName")),
                row.filePath() + "/" + orEmpty(facts.text("fileName")),
                orEmpty(facts.text("cdhash")),
                orEmpty(facts.text("signingId")),
                orEmpty(facts.text("teamId")),
                orEmpty(leaf.sha256()),
                organization.isEmpty() ? orEmpty(leaf.commonName()) : organization,
                orEmpty(facts.text("signingStatus")),
                flags == null ? 0 : flags);
    }

    SoftwareIdentity identity() {
        return new SoftwareIdentity(
                sha256,
                cdhash,
                signingId,
                certificateSha256,
                teamId,
                Arrays.stream(SigningStatus.values())
                        .filter(known -> known.name().equals(signingStatus))
                        .findFirst()
                        .orElse(null),
                path);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
