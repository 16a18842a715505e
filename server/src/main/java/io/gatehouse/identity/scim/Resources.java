package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Users and groups as a directory reads them. */
@Component
final class Resources {

    private final ScimAddress address;

    Resources(ScimAddress address) {
        this.address = address;
    }

    ObjectNode user(OrganizationScope scope, ScimUser user) {
        ObjectNode resource = user.attributes().json();
        resource.put("id", user.id().toString());
        resource.set("meta", meta(scope, "User", user.id(), user.createdAt(), user.changedAt(), user.etag()));
        return resource;
    }

    ObjectNode group(OrganizationScope scope, ScimGroup group, List<PersonRef> members) {
        ObjectNode resource = Values.object();
        resource.putArray("schemas").add(GroupAttributes.GROUP);
        resource.put("id", group.id().toString());
        Values.put(resource, "externalId", group.externalId());
        resource.put("displayName", group.displayName());
        ArrayNode list = resource.putArray("members");
        for (PersonRef member : members) {
            ObjectNode node = list.addObject();
            node.put("value", member.id().toString());
            node.put("display", member.displayName());
            node.put("type", "User");
            node.put("$ref", address.of(scope, "User", member.id()));
        }
        resource.set("meta", meta(scope, "Group", group.id(), group.createdAt(), group.changedAt(), group.etag()));
        return resource;
    }

    static ResponseEntity<ObjectNode> answer(HttpStatus status, ObjectNode resource, Listing projection) {
        ObjectNode projected = projection.project(resource);
        return ResponseEntity.status(status)
                .eTag(projected.path("meta").path("version").asString())
                .location(URI.create(projected.path("meta").path("location").asString()))
                .body(projected);
    }

    private ObjectNode meta(
            OrganizationScope scope, String type, Object id, Instant created, Instant changed, String version) {
        ObjectNode meta = Values.object();
        meta.put("resourceType", type);
        meta.put("created", created.toString());
        meta.put("lastModified", changed.toString());
        meta.put("location", address.of(scope, type, id));
        meta.put("version", version);
        return meta;
    }
}
