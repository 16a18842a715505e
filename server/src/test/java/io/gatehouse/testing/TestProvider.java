package io.gatehouse.testing;

import io.gatehouse.identity.Role;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider of an organization under test, as its administrator sets it up.
 *
 * @param redirect where it sends browsers back to
 */
public record TestProvider(TestOrganization organization, String id, URI redirect) {

    private static final String PROVIDERS = "/api/organizations/{o}/identity-providers";

    /** A draft by OpenID Connect without settings, so that its redirect address is known. */
    public static TestProvider oidc(TestOrganization organization, String name) {
        Api.Answer made = admin(organization).post(PROVIDERS, draft(name, Map.of(), null, List.of()));
        require(made, 201);
        return new TestProvider(
                organization,
                made.json().at("/provider/id").asString(),
                URI.create(made.json().at("/addresses/redirectUri").asString()));
    }

    /** Enters where the provider is, and as whom it knows Gatehouse. */
    public Api.Answer settle(URI issuer, String secret, String... secondFactorMethods) {
        return admin().put(
                        path(""),
                        draft(
                                "Provider " + id,
                                Map.of("issuer", issuer.toString(), "clientId", "gatehouse"),
                                secret,
                                List.of(secondFactorMethods)));
    }

    /** Lets values of the claim groups give roles. */
    public Api.Answer map(Map<String, Role> groups) {
        return admin().put(
                        path("/mapping"),
                        Map.of(
                                "rules",
                                groups.entrySet().stream()
                                        .map(group -> rule("groups", group.getKey(), group.getValue()))
                                        .toList()));
    }

    /** A rule as it is sent. */
    public static Map<String, Object> rule(String claim, String value, Role role) {
        return Map.of("claim", claim, "value", value, "role", role, "joinsTeam", false);
    }

    /** Lets people sign in through it. */
    public Api.Answer enable() {
        return admin().put(path("/state"), Map.of("state", "ENABLED"));
    }

    /** Lets nobody sign in through it. */
    public Api.Answer disable() {
        return admin().put(path("/state"), Map.of("state", "DRAFT"));
    }

    /** Where somebody's browser goes. */
    public URI begin(Api browser, String returnTo) {
        if (browser.cookie("XSRF-TOKEN") == null) {
            browser.get("/api/session");
        }
        Api.Answer begun =
                browser.post("/api/sign-in/providers/" + id, Map.of("email", "", "returnTo", returnTo, "fresh", false));
        require(begun, 200);
        return URI.create(begun.json().at("/address").asString());
    }

    /** Where the administrator's browser goes to try it out. */
    public URI test() {
        Api.Answer begun = admin().post(path("/test"));
        require(begun, 200);
        return URI.create(begun.json().at("/address").asString());
    }

    /** What came of the last try. */
    public Api.Answer outcome() {
        return admin().get(path("/test"));
    }

    /** The path of the provider itself, or below it. */
    public String path(String below) {
        return PROVIDERS + "/" + id + below;
    }

    /** Whoever set it up. */
    public Api admin() {
        return admin(organization);
    }

    private static Api admin(TestOrganization organization) {
        return organization.as(Role.administratorOf(organization.kind()));
    }

    /** As it is sent. */
    public static Map<String, Object> draft(
            String name, Map<String, String> settings, @Nullable String secret, List<String> secondFactorMethods) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("kind", "OIDC");
        draft.put("preset", "OTHER");
        draft.put("name", name);
        draft.put("settings", settings);
        draft.put("secret", secret);
        draft.put("secondFactorMethods", secondFactorMethods);
        return draft;
    }

    private static void require(Api.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Not set up: " + answer.status() + " " + answer.body());
        }
    }
}
