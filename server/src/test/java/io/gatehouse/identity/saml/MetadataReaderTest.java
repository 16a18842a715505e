package io.gatehouse.identity.saml;

import static io.gatehouse.identity.saml.SamlChecks.NOW;
import static io.gatehouse.identity.saml.SamlChecks.OWN_KEY;
import static io.gatehouse.identity.saml.SamlChecks.PROVIDER_KEYS;
import static io.gatehouse.identity.saml.SamlChecks.SELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {

    private static final TestKeys NEXT = TestKeys.curve();
    private static final String RIGHT = """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
                xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://idp.example.test/metadata"
                validUntil="2026-12-24T00:00:00Z">
              <md:IDPSSODescriptor WantAuthnRequestsSigned="true"
                  protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data>
                  <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:KeyDescriptor><ds:KeyInfo><ds:X509Data>
                  <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data>
                  <ds:X509Certificate>broken</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                    Location="https://idp.example.test/logout"/>
                <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP"
                    Location="https://idp.example.test/soap"/>
                <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                    Location="https://idp.example.test/sso?tenant=1"/>
              </md:IDPSSODescriptor>
            </md:EntityDescriptor>
            """.formatted(base64(PROVIDER_KEYS), base64(NEXT));

    @Test
    void allThatAProviderSaysIsRead() throws Exception {
        ProviderMetadata metadata = read(RIGHT);

        assertThat(metadata.entityId()).isEqualTo("https://idp.example.test/metadata");
        assertThat(metadata.signInAddress()).isEqualTo(URI.create("https://idp.example.test/sso?tenant=1"));
        assertThat(metadata.signingCertificates()).containsExactly(PROVIDER_KEYS.certificate(), NEXT.certificate());
        assertThat(metadata.wantsSignedRequests()).isTrue();
        assertThat(metadata.validUntil()).isEqualTo(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(metadata.firstExpiry())
                .isEqualTo(PROVIDER_KEYS.certificate().getNotAfter().toInstant());
    }

    @Test
    void theOnlyProviderOfAListIsMeant() throws Exception {
        String list =
                "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">%s</md:EntitiesDescriptor>";
        assertThat(read(list.formatted(RIGHT)).entityId()).isEqualTo("https://idp.example.test/metadata");
        assertThatThrownBy(() -> read(list.formatted(RIGHT + RIGHT))).hasMessageContaining("2 identity providers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entityID=                     | name=                                                    | no entityID
            validUntil="2026-12           | validUntil="2026-11                                      | valid until
            IDPSSODescriptor              | SPSSODescriptor                                          | 0 identity providers
            SAML:2.0:protocol             | SAML:1.1:protocol                                        | not speak SAML 2.0
            bindings:HTTP-Redirect        | bindings:SOAP                                            | redirect binding
            https://idp.example.test/sso  | javascript:alert(1)                                      | Not a web address
            https://idp.example.test/sso  | /sso                                                     | Not a web address
            KeyDescriptor use="signing"   | KeyDescriptor use="signing"><ds:X509Certificate>AAAA</ds:X509Certificate | certificate cannot be read
            <md:EntityDescriptor          | '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/"><md:EntityDescriptor' | cannot be read
            """)
    void whatCannotBeUsedIsNamed(String text, String other, String problem) {
        assertThat(RIGHT).contains(text);
        assertThatThrownBy(() -> read(RIGHT.replace(text, other)))
                .isInstanceOf(MetadataProblem.class)
                .hasMessageContaining(problem);
    }

    @Test
    void shortKeysAreNotTaken() {
        String small = RIGHT.replace(base64(PROVIDER_KEYS), base64(TestKeys.rsa(1024)))
                .replace(base64(NEXT), base64(TestKeys.rsa(1024)));
        assertThatThrownBy(() -> read(small)).hasMessageContaining("0 certificates");
    }

    @Test
    void ourOwnMetadataIsNoProviders() {
        String own = ServiceProviderMetadata.of(SELF, List.of(OWN_KEY));
        assertThatThrownBy(() -> read(own)).hasMessageContaining("0 identity providers");
    }

    private static ProviderMetadata read(String xml) throws MetadataProblem {
        return MetadataReader.read(xml.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static String base64(TestKeys keys) {
        try {
            return Base64.getEncoder().encodeToString(keys.certificate().getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
