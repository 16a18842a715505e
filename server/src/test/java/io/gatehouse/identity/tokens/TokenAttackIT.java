package io.gatehouse.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens that somebody made up, took from elsewhere, or changed. */
@ServerTest
final class TokenAttackIT {

    private static final String EVENTS = "/api/organizations/{o}/events";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final SigningKeys signingKeys;
    private final TokenClient client;
    private JWTClaimsSet right = new JWTClaimsSet.Builder().build();
    private ECKey own;

    @Autowired
    TokenAttackIT(TestOrganizations organizations, SigningKeys signingKeys) throws JOSEException {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.signingKeys = signingKeys;
        Set<Permission> events = Set.of(Permission.EVENT_READ);
        this.client = new TokenClient(acme, acme.key(acme.serviceAccount(events), events));
        this.own = new ECKeyGenerator(Curve.P_256).generate();
    }

    @BeforeEach
    void readARightOne() throws ParseException {
        right = SignedJWT.parse(client.token()).getJWTClaimsSet();
        own = (ECKey) signingKeys
                .get(
                        new JWKSelector(new JWKMatcher.Builder()
                                .keyID(signingKeys.current())
                                .build()),
                        null)
                .getFirst();
    }

    @Test
    void thisTestCanMakeARightOne() throws JOSEException {
        assertThat(call(signed(right, own, "at+jwt"))).isEqualTo(200);
    }

    @Test
    void withoutASignature() {
        assertThat(call(new PlainJWT(right).serialize())).isEqualTo(401);
        String token = client.token();
        assertThat(call(token.substring(0, token.lastIndexOf('.') + 1))).isEqualTo(401);
    }

    @Test
    void withThePublishedKeyAsASharedSecret() throws JOSEException {
        byte[] published = own.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(own.getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        assertThat(call(signed(right, header, new MACSigner(published)))).isEqualTo(401);
    }

    @Test
    void withAnotherInstallationsKeyUnderTheSameName() throws JOSEException {
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID(own.getKeyID()).generate();
        assertThat(call(signed(right, foreign, "at+jwt"))).isEqualTo(401);
        JWSHeader carrying = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwk(foreign.toPublicJWK())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        assertThat(call(signed(right, carrying, new ECDSASigner(foreign)))).isEqualTo(401);
    }

    @Test
    void fromAnotherIssuerForAnotherAudienceOrOfAnotherKind() throws JOSEException {
        assertThat(call(signed(changed("iss", "https://evil.example.test"), own, "at+jwt")))
                .isEqualTo(401);
        assertThat(call(signed(changed("aud", List.of("https://other.example.test/api")), own, "at+jwt")))
                .isEqualTo(401);
        assertThat(call(signed(right, own, "JWT"))).isEqualTo(401);
        assertThat(call(signed(changed("exp", null), own, "at+jwt"))).isEqualTo(401);
        assertThat(call(signed(changed("exp", Date.from(Instant.now().minusSeconds(1))), own, "at+jwt")))
                .isEqualTo(401);
    }

    @Test
    void thatSaysMoreThanItsKeyAllows() throws JOSEException {
        String more = signed(changed("scope", "event.read people.manage rule.read"), own, "at+jwt");
        assertThat(call(more)).isEqualTo(200);
        assertThat(acme.anonymous()
                        .bearing(more)
                        .get("/api/organizations/{o}/rules")
                        .status())
                .isEqualTo(403);
        assertThat(call(signed(changed("client_id", "gatehouse_0000000000000000"), own, "at+jwt")))
                .isEqualTo(401);
    }

    @Test
    void atAnotherOrganization() {
        String there = "/api/organizations/" + organizations.enterprise().id() + "/events";
        assertThat(acme.anonymous().bearing(client.token()).get(there).status()).isEqualTo(404);
    }

    @Test
    void thatIsTooLongOrBroken() {
        for (String broken : List.of("eyJ", "eyJ.eyJ.eyJ", "eyJ" + "a".repeat(7_000), "eyJhbGciOiJFUzI1NiJ9..")) {
            assertThat(call(broken)).isEqualTo(401);
        }
    }

    private int call(String token) {
        return acme.anonymous()
                .bearing(token)
                .send(
                        "GET",
                        EVENTS,
                        null,
                        Map.of("X-Forwarded-For", "203.0.113." + Math.floorMod(token.hashCode(), 200)))
                .status();
    }

    private JWTClaimsSet changed(String claim, @Nullable Object value) {
        return new JWTClaimsSet.Builder(right).claim(claim, value).build();
    }

    private static String signed(JWTClaimsSet claims, ECKey key, String type) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        return signed(claims, header, new ECDSASigner(key));
    }

    private static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
