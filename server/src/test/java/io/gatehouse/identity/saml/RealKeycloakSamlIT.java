package io.gatehouse.identity.saml;

import static io.gatehouse.identity.saml.SamlChecks.refused;
import static io.gatehouse.identity.saml.SamlChecks.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.keycloak.Keycloak;
import io.gatehouse.testkit.keycloak.KeycloakUser;
import io.gatehouse.testkit.keycloak.Realm;
import io.gatehouse.testkit.keycloak.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real identity provider reads our metadata, checks what we ask, and answers. */
class RealKeycloakSamlIT {

    private static final ServiceProvider SELF = new ServiceProvider(
            "http://127.0.0.1:9/saml",
            URI.create("http://127.0.0.1:9/saml/answer"),
            URI.create("http://127.0.0.1:9/saml/logout"));
    private static final ServiceProviderKey KEY = ServiceProviderKeys.create("127.0.0.1", Instant.now());
    private static final KeycloakUser ADA = KeycloakUser.of("ada@example.test", "engineering");

    private final Keycloak keycloak = Keycloak.shared();

    @Test
    void somebodySignsIn() throws Exception {
        Realm realm = realm("saml-plain", Map.of());

        Answer answer = signIn(realm);

        SamlProof proof = verified(answer.check(metadata(realm)));
        assertThat(proof.subject().session()).isNotBlank();
        assertThat(proof.attributes())
                .containsEntry("email", List.of("ada@example.test"))
                .containsEntry("groups", List.of("engineering"))
                .containsEntry("department", List.of("Engineering"));
    }

    @Test
    void assertionsMayBeEncrypted() throws Exception {
        Realm realm = realm("saml-encrypted", Map.of("saml.encrypt", "true", "saml.server.signature", "false"));
        verified(signIn(realm).check(metadata(realm)));
    }

    @Test
    void aNewKeyIsTrustedOnceItsCertificateWasRead() throws Exception {
        Realm realm = realm("saml-rollover", Map.of());
        ProviderMetadata before = metadata(realm);
        realm.rotateSigningKey();

        Answer answer = signIn(realm, before);

        refused(answer.check(before), Refusal.WRONG_SIGNATURE);
        ProviderMetadata after = metadata(realm);
        assertThat(after.signingCertificates())
                .hasSizeGreaterThan(before.signingCertificates().size());
        verified(answer.check(after));
    }

    private Realm realm(String name, Map<String, String> attributes) {
        Realm realm = keycloak.realm(name);
        realm.addGroup("engineering");
        realm.addUser(ADA);
        realm.addSamlClient(ServiceProviderMetadata.of(SELF, List.of(KEY)), attributes);
        return realm;
    }

    private Answer signIn(Realm realm) throws Exception {
        return signIn(realm, metadata(realm));
    }

    private Answer signIn(Realm realm, ProviderMetadata metadata) throws Exception {
        AuthnRequest request = AuthnRequest.to(metadata, SELF, "state", false, KEY, Instant.now());
        Visitor.Landing.Posted posted = (Visitor.Landing.Posted) new Visitor(keycloak).signIn(request.address(), ADA);
        assertThat(posted.address()).isEqualTo(SELF.assertionConsumer());
        assertThat(posted.fields()).containsEntry("RelayState", "state");
        return new Answer(request.id(), posted.fields().get("SAMLResponse"));
    }

    private static ProviderMetadata metadata(Realm realm) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(realm.samlMetadata()).build();
            byte[] xml =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
            return MetadataReader.read(xml, Instant.now());
        }
    }

    private record Answer(String requestId, String parameter) {
        Verdict check(ProviderMetadata provider) {
            return ResponseCheck.check(
                    parameter, new Expectations(provider, SELF, List.of(KEY), requestId, Instant.now()));
        }
    }
}
