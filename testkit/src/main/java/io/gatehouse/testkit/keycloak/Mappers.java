package io.gatehouse.testkit.keycloak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a realm tells a client about a person beside who they are. */
final class Mappers {

    private Mappers() {}

    static List<Map<String, Object>> ofOidc() {
        return List.of(
                mapper("openid-connect", "groups", "oidc-group-membership-mapper", claim("groups")),
                oidcAttribute("department"),
                oidcAttribute("title"));
    }

    static List<Map<String, Object>> ofSaml() {
        List<Map<String, Object>> mappers = new ArrayList<>();
        mappers.add(mapper(
                "saml",
                "groups",
                "saml-group-membership-mapper",
                Map.of("attribute.name", "groups", "single", "true", "full.path", "false")));
        List.of("email", "firstName", "lastName", "department", "title")
                .forEach(attribute -> mappers.add(samlAttribute(attribute)));
        return mappers;
    }

    private static Map<String, Object> samlAttribute(String attribute) {
        return mapper(
                "saml",
                attribute,
                "saml-user-attribute-mapper",
                Map.of(
                        "user.attribute", attribute,
                        "attribute.name", attribute,
                        "attribute.nameformat", "Basic"));
    }

    private static Map<String, Object> oidcAttribute(String attribute) {
        Map<String, String> config = new HashMap<>(claim(attribute));
        config.put("user.attribute", attribute);
        return mapper("openid-connect", attribute, "oidc-usermodel-attribute-mapper", config);
    }

    private static Map<String, String> claim(String claim) {
        return Map.of(
                "claim.name", claim,
                "jsonType.label", "String",
                "full.path", "false",
                "id.token.claim", "true",
                "access.token.claim", "true",
                "userinfo.token.claim", "true");
    }

    private static Map<String, Object> mapper(String protocol, String mapper, String kind, Map<String, String> config) {
        return Map.of("name", mapper, "protocol", protocol, "protocolMapper", kind, "config", config);
    }
}
