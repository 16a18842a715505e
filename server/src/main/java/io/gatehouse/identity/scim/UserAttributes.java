package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a directory says of somebody, as far as it has a meaning here; all else that it says is left. Empty where it says
 * nothing.
 *
 * @param manager id of a user
 * @param active whether the person may enter
 */
record UserAttributes(
        String userName,
        String externalId,
        String displayName,
        String givenName,
        String familyName,
        String formattedName,
        List<Email> emails,
        String title,
        String department,
        String costCenter,
        String manager,
        boolean active) {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final int LONGEST = 120;
    private static final int LONGEST_COST_CENTER = 60;
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_EMAILS = 10;

    /** One address of the person. */
    record Email(String value, String type, boolean primary) {}

    /**
     * Reads a user as a directory sends it.
     *
     * @throws ScimRefusal when a value has not the allowed form
     */
    static UserAttributes of(ObjectNode user) {
        String userName = Values.text(user, "userName", LONGEST_ADDRESS);
        if (userName.isEmpty()) {
            throw ScimRefusal.invalidValue("userName must be given");
        }
        JsonNode name = user.path("name");
        JsonNode enterprise = user.path(ENTERPRISE);
        JsonNode manager = enterprise.path("manager");
        return new UserAttributes(
                userName,
                Values.text(user, "externalId", 255),
                Values.text(user, "displayName", LONGEST),
                Values.text(name, "givenName", LONGEST),
                Values.text(name, "familyName", LONGEST),
                Values.text(name, "formatted", LONGEST),
                emails(user.path("emails")),
                Values.text(user, "title", LONGEST),
                Values.text(enterprise, "department", LONGEST),
                Values.text(enterprise, "costCenter", LONGEST_COST_CENTER),
                manager.isObject()
                        ? Values.text(manager, "value", LONGEST_ADDRESS)
                        : Values.text(enterprise, "manager", LONGEST_ADDRESS),
                Values.truth(user, "active", true));
    }

    /** The same, with another standing. */
    UserAttributes withActive(boolean now) {
        return new UserAttributes(
                userName,
                externalId,
                displayName,
                givenName,
                familyName,
                formattedName,
                emails,
                title,
                department,
                costCenter,
                manager,
                now);
    }

    /** The address by which the person signs in: the primary one, else that at work, else the first, else the name. */
    String email() {
        return Stream.concat(
                        emails.stream().filter(Email::primary),
                        Stream.concat(
                                emails.stream().filter(email -> email.type().equals("work")), emails.stream()))
                .map(Email::value)
                .findFirst()
                .orElse(userName);
    }

    /** The name by which people know the person. */
    String shownName() {
        return Stream.of(displayName, formattedName, (givenName + " " + familyName).strip())
                .filter(known -> !known.isEmpty())
                .findFirst()
                .orElse(userName.length() <= LONGEST ? userName : userName.substring(0, LONGEST));
    }

    /** As a directory reads it, without id and the like. */
    ObjectNode json() {
        ObjectNode user = Values.object();
        user.putArray("schemas").add(USER).add(ENTERPRISE);
        user.put("userName", userName);
        Values.put(user, "externalId", externalId);
        Values.put(user, "displayName", displayName);
        ObjectNode name = Values.object();
        Values.put(name, "givenName", givenName);
        Values.put(name, "familyName", familyName);
        Values.put(name, "formatted", formattedName);
        Values.put(user, "name", name);
        if (!emails.isEmpty()) {
            user.set(
                    "emails",
                    JsonUtils.valueToNode(
                            emails.stream().map(UserAttributes::json).toList()));
        }
        Values.put(user, "title", title);
        user.put("active", active);
        Values.put(user, ENTERPRISE, enterprise());
        return user;
    }

    private ObjectNode enterprise() {
        ObjectNode enterprise = Values.object();
        Values.put(enterprise, "department", department);
        Values.put(enterprise, "costCenter", costCenter);
        ObjectNode reference = Values.object();
        Values.put(reference, "value", manager);
        Values.put(enterprise, "manager", reference);
        return enterprise;
    }

    private static ObjectNode json(Email email) {
        ObjectNode node = Values.object();
        node.put("value", email.value());
        Values.put(node, "type", email.type());
        node.put("primary", email.primary());
        return node;
    }

    private static List<Email> emails(JsonNode given) {
        List<JsonNode> all =
                given.isArray() ? given.valueStream().toList() : given.isObject() ? List.of(given) : List.of();
        if (all.size() > MOST_EMAILS) {
            throw ScimRefusal.tooMany("emails must be at most " + MOST_EMAILS);
        }
        return all.stream()
                .map(email -> new Email(
                        Values.text(email, "value", LONGEST_ADDRESS),
                        Values.text(email, "type", 40),
                        Values.truth(email, "primary", false)))
                .filter(email -> !email.value().isEmpty())
                .toList();
    }
}
