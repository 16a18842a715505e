package io.gatehouse.santa.rules;

import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what rules can name a file. Texts are empty where the file has none.
 *
 * @param certificateSha256 of the leaf certificate
 * @param signingStatus null when the client did not tell; then nothing is ruled out for its sake
 * @param path whole path for the path expressions; empty when not known
 */
public record SoftwareIdentity(
        String sha256,
        String cdhash,
        String signingId,
        String certificateSha256,
        String teamId,
        @Nullable SigningStatus signingStatus,
        String path) {

    /**
     * What a client looks up for this file, in its order. How well the file is signed decides what is looked up at all:
     * unsigned or invalid ones by file only, ad hoc ones also by code directory hash, development ones also by
     * certificate, production ones by everything.
     */
    public List<RuleKey> keys() {
        boolean production = signingStatus == null || signingStatus == SigningStatus.PRODUCTION;
        boolean certified = production || signingStatus == SigningStatus.DEVELOPMENT;
        boolean signed = certified || signingStatus == SigningStatus.ADHOC;
        List<RuleKey> keys = new ArrayList<>();
        add(keys, signed, RuleType.CDHASH, cdhash);
        add(keys, true, RuleType.BINARY, sha256);
        add(keys, production, RuleType.SIGNINGID, signingId);
        add(keys, certified, RuleType.CERTIFICATE, certificateSha256);
        add(keys, production, RuleType.TEAMID, teamId);
        return keys;
    }

    private static void add(List<RuleKey> keys, boolean lookedUp, RuleType type, String identifier) {
        if (lookedUp && !identifier.isEmpty()) {
            keys.add(new RuleKey(type, identifier));
        }
    }
}
