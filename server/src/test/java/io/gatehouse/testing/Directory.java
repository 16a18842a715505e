package io.gatehouse.testing;

import io.gatehouse.kernel.Permission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An organization's directory as a client of SCIM: sends what the script of a test says, and knows nothing of the server.
 *
 * @param domain that the organization has proven
 */
public record Directory(Api client, String domain) {

    private static final String BASE = "/api/organizations/{o}/scim/v2";
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/scim+json; charset=utf-8", "Accept", "application/scim+json");

    /** The directory of an organization, with a domain and a key of its own. */
    public static Directory of(TestOrganization organization) {
        return new Directory(
                organization.asProgram(Set.of(Permission.PEOPLE_PROVISION)), TestDomains.provenBy(organization));
    }

    /** Sends anything; the path begins below the base. */
    public Api.Answer send(String method, String path, Object body) {
        return client.send(method, BASE + path, body, HEADERS);
    }

    /** Reads. */
    public Api.Answer get(String path) {
        return client.send("GET", BASE + path, null, HEADERS);
    }

    /** Deletes. */
    public Api.Answer delete(String path) {
        return client.send("DELETE", BASE + path, null, HEADERS);
    }

    /** Asks with a filter. */
    public Api.Answer find(String type, String filter) {
        return get("/" + type + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    /** Changes in part. */
    public Api.Answer patch(String path, List<?> operations) {
        return send(
                "PATCH",
                path,
                Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"), "Operations", operations));
    }

    /** The least that a user has. */
    public Map<String, Object> user(String name) {
        Map<String, Object> user = new HashMap<>();
        user.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:User"));
        user.put("userName", name + "@" + domain);
        user.put("displayName", name);
        user.put("active", true);
        return user;
    }

    /** Makes a user; the id. */
    public String create(String name) {
        return id(send("POST", "/Users", user(name)));
    }

    /** Makes a group; the id. */
    public String group(String name, String... members) {
        List<Map<String, String>> values =
                Arrays.stream(members).map(id -> Map.of("value", id)).toList();
        return id(send("POST", "/Groups", Map.of("displayName", name, "members", values)));
    }

    /** Suspends or resumes a user as Okta does. */
    public Api.Answer activate(String user, boolean active) {
        return patch("/Users/" + user, List.of(Map.of("op", "replace", "value", Map.of("active", active))));
    }

    private static String id(Api.Answer made) {
        if (made.status() != 201) {
            throw new IllegalStateException("Not made: " + made.status() + " " + made.body());
        }
        return made.json().at("/id").asString();
    }
}
