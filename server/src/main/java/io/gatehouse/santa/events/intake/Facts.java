package io.gatehouse.santa.events.intake;

import io.gatehouse.santa.protocol.message.Certificate;
import io.gatehouse.santa.protocol.message.Entitlement;
import io.gatehouse.santa.protocol.message.Event;
import java.util.List;
import java.util.Locale;

/**
 * What an event tells of its file, as distinct from its execution. Kept once for each file; an event that tells
 * something else carries its own.
 *
 * @param json the facts as shown, empty ones left out
 * @param fingerprint equal exactly for equal facts
 * @param leafHash SHA-256 of the leaf certificate, empty when there is none
 * @param signer common name of the leaf certificate
 * @param signerOrganization organization of the leaf certificate
 */
record Facts(String json, long fingerprint, String leafHash, String signer, String signerOrganization) {

    private static final int MOST_CERTIFICATES = 16;
    private static final int MOST_ENTITLEMENTS = 1_000;

    static Facts of(Event event) {
        List<Certificate> chain = certificates(event.signingChain());
        Json json = new Json()
                .put("fileName", CleanText.of(event.fileName(), CleanText.NAME))
                .put("signingId", CleanText.of(event.signingId(), CleanText.IDENTIFIER))
                .put("teamId", CleanText.of(event.teamId(), CleanText.IDENTIFIER))
                .put("cdhash", hash(event.cdhash()))
                .put("signingStatus", CleanText.of(event.signingStatus().text(), CleanText.NAME))
                .put("signingChain", chain, Facts::certificate)
                .put("csFlags", event.csFlags())
                .put("signingTime", event.signingTime())
                .put("secureSigningTime", event.secureSigningTime())
                .put("bundleId", CleanText.of(event.fileBundleId(), CleanText.IDENTIFIER))
                .put("bundleName", CleanText.of(event.fileBundleName(), CleanText.NAME))
                .put("bundlePath", CleanText.of(event.fileBundlePath(), CleanText.PATH))
                .put("bundleVersion", CleanText.of(event.fileBundleVersion(), CleanText.NAME))
                .put("bundleVersionString", CleanText.of(event.fileBundleVersionString(), CleanText.NAME));
        entitlements(json, event);
        return of(json.toString(), chain);
    }

    private static Facts of(String json, List<Certificate> chain) {
        long fingerprint = new Digest().add(json).toLong();
        if (chain.isEmpty()) {
            return new Facts(json, fingerprint, "", "", "");
        }
        Certificate leaf = chain.getFirst();
        return new Facts(
                json,
                fingerprint,
                hash(leaf.sha256()),
                CleanText.of(leaf.cn(), CleanText.IDENTIFIER),
                CleanText.of(leaf.org(), CleanText.IDENTIFIER));
    }

    private static void entitlements(Json json, Event event) {
        if (event.entitlementInfo() != null) {
            json.put("entitlementsFiltered", event.entitlementInfo().entitlementsFiltered());
            json.put(
                    "entitlements",
                    first(event.entitlementInfo().entitlements(), MOST_ENTITLEMENTS),
                    Facts::entitlement);
        }
    }

    private static void entitlement(Json json, Entitlement entitlement) {
        json.put("key", CleanText.of(entitlement.key(), CleanText.IDENTIFIER))
                .put("value", CleanText.of(entitlement.value(), CleanText.VALUE));
    }

    /** A signing chain as far as it is kept. */
    static List<Certificate> certificates(List<Certificate> chain) {
        return first(chain, MOST_CERTIFICATES);
    }

    static void certificate(Json json, Certificate certificate) {
        json.put("sha256", hash(certificate.sha256()))
                .put("commonName", CleanText.of(certificate.cn(), CleanText.IDENTIFIER))
                .put("organization", CleanText.of(certificate.org(), CleanText.IDENTIFIER))
                .put("organizationalUnit", CleanText.of(certificate.ou(), CleanText.IDENTIFIER))
                .put("validFrom", certificate.validFrom())
                .put("validUntil", certificate.validUntil());
    }

    /** The form in which the rules name it: lower case. */
    static String hash(String text) {
        return CleanText.of(text, CleanText.NAME).toLowerCase(Locale.ROOT);
    }

    static <T> List<T> first(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(0, most);
    }
}
