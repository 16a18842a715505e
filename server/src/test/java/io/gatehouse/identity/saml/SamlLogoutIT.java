package io.gatehouse.identity.saml;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.identity.providers.Ends;
import io.gatehouse.identity.providers.ProviderKinds;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Wishes of a provider whose key is ours, so that what no provider would send can be sent. */
@ServerTest
final class SamlLogoutIT {

    private static final String ENTITY = "https://idp.example.test/metadata";
    private static final String SLO = "https://idp.example.test/slo";
    private static final String PROVIDERS = "/api/organizations/{o}/identity-providers";

    private final TestKeys keys = TestKeys.rsa(2048);
    private final TestOrganizations organizations;
    private final PublicAddress address;
    private final Providers providers;
    private final ProviderKinds kinds;
    private final TestOrganization acme;
    private final String domain;
    private final String provider;

    @Autowired
    SamlLogoutIT(TestOrganizations organizations, PublicAddress address, Providers providers, ProviderKinds kinds) {
        this.organizations = organizations;
        this.address = address;
        this.providers = providers;
        this.kinds = kinds;
        this.acme = organizations.enterprise();
        this.domain = TestDomains.provenBy(acme);
        this.provider = enabled(keys);
    }

    @Test
    void aWishEndsTheSessionThatItNamesAndIsAnswered() {
        Api named = signedIn("ada", "session-1");
        Api another = signedIn("ada", "session-2");
        Api somebody = signedIn("bob", "session-1");

        Api.Answer answered = send(wish("ada", "session-1", provider));

        assertThat(answered.header("Location"))
                .startsWith(SLO + "?SAMLResponse=")
                .contains("&RelayState=state&SigAlg=");
        assertThat(ReceivedQuery.of(URI.create(answered.header("Location")).getRawQuery())
                        .message("SAMLResponse")
                        .getAttribute("InResponseTo"))
                .startsWith("_wish-");
        assertThat(isIn(named)).isFalse();
        assertThat(isIn(another)).isTrue();
        assertThat(isIn(somebody)).isTrue();
    }

    @Test
    void aWishWithoutASessionEndsAllThatTheProviderOpenedAndNoOther() {
        Api first = signedIn("ada", "session-1");
        Api second = signedIn("ada", "session-2");
        Api own = organizations.signedIn(organizations.person("own-" + domain + "@" + domain));

        send(wish("ada", null, provider));

        assertThat(isIn(first)).isFalse();
        assertThat(isIn(second)).isFalse();
        assertThat(isIn(own)).isTrue();
    }

    @Test
    void aWishThatComesAgainEndsNothing() {
        Api before = signedIn("ada", "session-1");
        String wish = wish("ada", null, provider);
        send(wish);
        assertThat(isIn(before)).isFalse();
        Api after = signedIn("ada", "session-1");

        assertThat(send(wish).header("Location")).contains("reason=sign-out-incomplete");

        assertThat(isIn(after)).isTrue();
    }

    /** Also of one with the same key and name: whose wish it is decides the address, which is signed. */
    @Test
    void aWishOfAnotherProviderEndsNothing() {
        Api browser = signedIn("ada", "session-1");
        String other = enabled(keys);

        send(wish("ada", null, other));
        String mixed = wish("ada", null, other).replace(other, provider);

        assertThat(send(mixed).header("Location")).contains("reason=sign-out-incomplete");
        assertThat(isIn(browser)).isTrue();
        acme.as(Role.SECURITY_ADMIN).put(PROVIDERS + "/" + provider + "/state", Map.of("state", "DRAFT"));
        assertThat(send(wish("ada", null, provider)).status()).isEqualTo(404);
    }

    @Test
    void whenCertificatesEndIsKnownWithoutAskingAnybody() {
        signedIn("ada", "session-1");
        send(wish("ada", "session-1", provider));

        Map<Ends, Instant> endings =
                kinds.endings(providers.find(UUID.fromString(provider)).orElseThrow());

        assertThat(endings)
                .containsOnlyKeys(Ends.CERTIFICATE, Ends.OWN_CERTIFICATE)
                .containsEntry(
                        Ends.CERTIFICATE, keys.certificate().getNotAfter().toInstant());
    }

    private Api signedIn(String name, String session) {
        Api browser = organizations.browser();
        URI departure = new TestProvider(acme, provider, URI.create("/")).begin(browser, "/console/");
        ReceivedQuery query = ReceivedQuery.of(departure.getRawQuery());
        String xml = answer(query.message("SAMLRequest").getAttribute("ID"), name, session);
        TestAnswer answer = TestAnswer.of(xml);
        XmlSigner.of(keys).sign(answer.response());
        String body = "SAMLResponse=" + URLEncoder.encode(answer.encoded(), StandardCharsets.UTF_8) + "&RelayState="
                + query.parameters().get("RelayState") + "&again=true";
        Api.Answer landed = browser.send(
                "POST",
                path(provider, "/answer"),
                body,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
        assertThat(landed.header("Location")).isEqualTo("/console/");
        return browser;
    }

    private String answer(String request, String name, String session) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String self = address.of("/api/sign-in/saml/" + provider);
        return TestAnswer.right()
                .text()
                .replace(TestAnswer.CONSUMER, self + "/answer")
                .replace(TestAnswer.SELF, self + "/metadata")
                .replace("_request", request)
                .replace("ada@example.test", name + "@" + domain)
                .replace("session-1", session)
                .replace("2026-11-24T11:58:00Z", now.toString())
                .replace("2026-11-24T11:59:00Z", now.toString())
                .replace("2026-11-24T12:00:00Z", now.toString())
                .replace("2026-11-24T12:05:00Z", now.plusSeconds(300).toString());
    }

    private String wish(String name, @Nullable String session, String receiver) {
        String index = session == null ? "" : "<samlp:SessionIndex>" + session + "</samlp:SessionIndex>";
        String xml = """
                <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
                xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_wish-%s" Version="2.0" IssueInstant="%s" \
                Destination="%s"><saml:Issuer>%s</saml:Issuer><saml:NameID>%s@%s</saml:NameID>%s</samlp:LogoutRequest>""".formatted(
                        UUID.randomUUID(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        address.of(path(receiver, "/logout")),
                        ENTITY,
                        name,
                        domain,
                        index);
        String query = "SAMLRequest=" + LogoutCheckTest.encoded(xml) + "&RelayState=state";
        ServiceProviderKey signer = new ServiceProviderKey(keys.pair().getPrivate(), keys.certificate());
        return path(receiver, "/logout") + "?" + RedirectBinding.signedQuery(query, signer);
    }

    private Api.Answer send(String wish) {
        return organizations.browser().probe("GET", wish, null);
    }

    private static boolean isIn(Api browser) {
        return browser.get("/api/session").status() == 200;
    }

    private static String path(String provider, String rest) {
        return "/api/sign-in/saml/" + provider + rest;
    }

    private String enabled(TestKeys trusted) {
        Api admin = acme.as(Role.SECURITY_ADMIN);
        Api.Answer made = admin.post(
                PROVIDERS,
                Map.of(
                        "kind",
                        "SAML",
                        "preset",
                        "OTHER",
                        "name",
                        "Provider " + UUID.randomUUID(),
                        "settings",
                        Map.of("metadata", metadata(trusted)),
                        "secondFactorMethods",
                        List.of()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().at("/provider/id").asString();
        Map<String, Object> rule = TestProvider.rule("groups", "engineering", Role.END_USER);
        admin.put(PROVIDERS + "/" + id + "/mapping", Map.of("rules", List.of(rule)));
        Api.Answer enabled = admin.put(PROVIDERS + "/" + id + "/state", Map.of("state", "ENABLED"));
        assertThat(enabled.status()).as(enabled.body()).isEqualTo(200);
        return id;
    }

    private static String metadata(TestKeys keys) {
        try {
            return """
                    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \
                    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="%s"><md:IDPSSODescriptor \
                    protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing">\
                    <ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
                    </md:KeyDescriptor><md:SingleLogoutService Location="%s" \
                    Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"/><md:SingleSignOnService \
                    Location="https://idp.example.test/sso" \
                    Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"/></md:IDPSSODescriptor>\
                    </md:EntityDescriptor>""".formatted(
                    ENTITY,
                    Base64.getEncoder().encodeToString(keys.certificate().getEncoded()),
                    SLO);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
