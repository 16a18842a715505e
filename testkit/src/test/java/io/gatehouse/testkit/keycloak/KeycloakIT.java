package io.gatehouse.testkit.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeycloakIT {

    private static final URI BACK = URI.create("http://127.0.0.1:9/back");
    private static final String SERVICE_PROVIDER = """
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="http://127.0.0.1:9/saml">
              <SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true"
                  protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <AssertionConsumerService index="0" isDefault="true"
                    Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="http://127.0.0.1:9/back"/>
              </SPSSODescriptor>
            </EntityDescriptor>
            """;

    private final Keycloak keycloak = Keycloak.shared();

    @Test
    void aPersonSignsInByOpenIdConnect() throws Exception {
        Realm realm = realmWithPeople("by-oidc");
        realm.addOidcClient("gatehouse", "secret", BACK);
        String query = Forms.encode(Map.of(
                "client_id", "gatehouse",
                "response_type", "code",
                "scope", "openid",
                "state", "s",
                "redirect_uri", BACK.toString(),
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method", "S256"));

        Visitor.Landing landing = new Visitor(keycloak)
                .signIn(
                        URI.create(realm.issuer() + "/protocol/openid-connect/auth?" + query),
                        KeycloakUser.of("ada@example.test"));

        assertThat(landing)
                .isInstanceOfSatisfying(
                        Visitor.Landing.Redirected.class,
                        redirected -> assertThat(redirected.address())
                                .hasParameter("code")
                                .hasParameter("state", "s"));
    }

    @Test
    void aPersonSignsInBySaml() throws Exception {
        Realm realm = realmWithPeople("by-saml");
        realm.addSamlClient(SERVICE_PROVIDER, Map.of("saml_idp_initiated_sso_url_name", "gatehouse"));

        Visitor.Landing landing = new Visitor(keycloak)
                .signIn(
                        URI.create(realm.issuer() + "/protocol/saml/clients/gatehouse"),
                        KeycloakUser.of("ada@example.test"));

        assertThat(landing).isInstanceOfSatisfying(Visitor.Landing.Posted.class, posted -> {
            assertThat(posted.address()).isEqualTo(BACK);
            assertThat(posted.fields()).containsKey("SAMLResponse");
        });
    }

    private Realm realmWithPeople(String name) {
        Realm realm = keycloak.realm(name);
        String group = realm.addGroup("engineering");
        String ada = realm.addUser(KeycloakUser.of("ada@example.test", "engineering"));
        realm.leave(ada, group);
        realm.join(ada, group);
        realm.changeUser(ada, Map.of("lastName", "Lovelace"));
        return realm;
    }
}
