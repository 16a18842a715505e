package io.gatehouse.testkit.keycloak;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One realm: its people and groups, and the clients that may ask it who somebody is. */
public final class Realm {

    private final URI address;
    private final Administration administration;
    private final String name;

    private Realm(URI address, Administration administration, String name) {
        this.address = address;
        this.administration = administration;
        this.name = name;
    }

    static Realm create(URI address, Administration administration, String name) {
        administration.post("", Map.of("realm", name, "enabled", true, "sslRequired", "none"));
        Realm realm = new Realm(address, administration, name);
        realm.allowAnyAttribute();
        return realm;
    }

    /** Its issuer in OpenID Connect, and its entity id in SAML. */
    public URI issuer() {
        return address.resolve("/realms/" + name);
    }

    /** Where it describes itself in SAML. */
    public URI samlMetadata() {
        return address.resolve("/realms/" + name + "/protocol/saml/descriptor");
    }

    /** A confidential client that must use PKCE; tells groups, department and title. */
    public void addOidcClient(String clientId, String secret, URI redirect) {
        administration.post(
                path("/clients"),
                Map.of(
                        "clientId",
                        clientId,
                        "secret",
                        secret,
                        "protocol",
                        "openid-connect",
                        "publicClient",
                        false,
                        "standardFlowEnabled",
                        true,
                        "redirectUris",
                        List.of(redirect.toString()),
                        "attributes",
                        Map.of(
                                "pkce.code.challenge.method",
                                "S256",
                                "post.logout.redirect.uris",
                                redirect.resolve("/console/sign-in").toString()),
                        "protocolMappers",
                        Mappers.ofOidc()));
    }

    /** A service provider as it describes itself; tells e-mail, name, groups, department and title. */
    public void addSamlClient(String serviceProviderMetadata) {
        addSamlClient(serviceProviderMetadata, Map.of());
    }

    /** The same with further attributes of Keycloak's, such as {@code saml.encrypt}. */
    public void addSamlClient(String serviceProviderMetadata, Map<String, String> attributes) {
        ObjectNode client =
                (ObjectNode) administration.convert(path("/client-description-converter"), serviceProviderMetadata);
        ArrayNode mappers = client.putArray("protocolMappers");
        Mappers.ofSaml().forEach(mappers::addPOJO);
        attributes.forEach(((ObjectNode) client.path("attributes"))::put);
        administration.post(path("/clients"), client);
    }

    /** Where a client may send people back to, from now on. */
    public void setRedirects(String clientId, URI... redirects) {
        ObjectNode client = (ObjectNode)
                administration.get(path("/clients?clientId=" + clientId)).get(0);
        ArrayNode allowed = client.putArray("redirectUris");
        for (URI redirect : redirects) {
            allowed.add(redirect.toString());
        }
        administration.put(path("/clients/" + client.path("id").asString()), client);
    }

    /** Adds a group and gives its id. */
    public String addGroup(String group) {
        return administration.post(path("/groups"), Map.of("name", group));
    }

    /** Adds a person and gives their id; the groups are there already. */
    public String addUser(KeycloakUser user) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "username", user.name(),
                "email", user.email(),
                "emailVerified", true,
                "enabled", true,
                "firstName", user.firstName(),
                "lastName", user.lastName()));
        body.put("groups", user.groups().stream().map(group -> "/" + group).toList());
        body.put(
                "attributes",
                user.attributes().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
        body.put("credentials", List.of(Map.of("type", "password", "value", user.password(), "temporary", false)));
        return administration.post(path("/users"), body);
    }

    /** Changes facts of a person, such as {@code email} or {@code enabled}. */
    public void changeUser(String id, Map<String, ?> facts) {
        ObjectNode user = (ObjectNode) administration.get(path("/users/" + id));
        facts.forEach(user::putPOJO);
        administration.put(path("/users/" + id), user);
    }

    /** Puts a person into a group. */
    public void join(String userId, String groupId) {
        administration.put(path("/users/" + userId + "/groups/" + groupId), Map.of());
    }

    /** Takes a person out of a group. */
    public void leave(String userId, String groupId) {
        administration.delete(path("/users/" + userId + "/groups/" + groupId));
    }

    /** A new signing key that takes over at once; the one before stays published. */
    public void rotateSigningKey() {
        administration.post(
                path("/components"),
                Map.of(
                        "name", "rotated",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "config", Map.of("priority", List.of("200"), "algorithm", List.of("RS256"))));
    }

    /** Takes the sessions of everybody away. */
    public void signEverybodyOut() {
        administration.post(path("/logout-all"), Map.of());
    }

    /** How many sessions a person has here. */
    public int sessions(String userId) {
        return administration.get(path("/users/" + userId + "/sessions")).size();
    }

    private void allowAnyAttribute() {
        JsonNode profile = administration.get(path("/users/profile"));
        ((ObjectNode) profile).put("unmanagedAttributePolicy", "ENABLED");
        administration.put(path("/users/profile"), profile);
    }

    private String path(String rest) {
        return "/" + name + rest;
    }
}
