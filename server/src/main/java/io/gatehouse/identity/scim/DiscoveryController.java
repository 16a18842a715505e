package io.gatehouse.identity.scim;

import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.JsonUtils;
import com.unboundid.scim2.common.utils.SchemaUtils;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.beans.IntrospectionException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a directory can do here, RFC 7644 section 4. */
@RestController
@RequestMapping(
        path = ScimAddress.PATH,
        produces = {ScimAddress.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
final class DiscoveryController {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
    private static final String LIMITS = "urn:gatehouse:scim:schemas:extension:2.0:Limits";
    private static final List<Class<?>> TYPES =
            List.of(UserResource.class, GroupResource.class, EnterpriseUserExtension.class);

    private final ScimAddress address;

    DiscoveryController(ScimAddress address) {
        this.address = address;
    }

    @GetMapping("/ServiceProviderConfig")
    @Requires(Permission.PEOPLE_PROVISION)
    ObjectNode configuration(OrganizationScope scope) {
        ObjectNode configuration = Values.object();
        configuration.putArray("schemas").add(CORE + "ServiceProviderConfig").add(LIMITS);
        supported(configuration, "patch", true);
        supported(configuration, "bulk", false).put("maxOperations", 0).put("maxPayloadSize", 0);
        supported(configuration, "filter", true).put("maxResults", Listing.MOST);
        supported(configuration, "changePassword", false);
        supported(configuration, "sort", false);
        supported(configuration, "etag", true);
        ObjectNode scheme = configuration.putArray("authenticationSchemes").addObject();
        scheme.put("type", "oauthbearertoken");
        scheme.put("name", "Bearer key");
        scheme.put("description", "A key of a service account that may provision people, in the header Authorization");
        scheme.put("primary", true);
        configuration.putObject(LIMITS).put("maxMembers", GroupMembers.MOST_LISTED);
        meta(configuration, "ServiceProviderConfig", address.base(scope) + "/ServiceProviderConfig");
        return configuration;
    }

    @GetMapping("/ResourceTypes")
    @Requires(Permission.PEOPLE_PROVISION)
    ObjectNode types(OrganizationScope scope) {
        List<ObjectNode> types = allTypes(scope);
        return Listing.EVERYTHING.answer(types.size(), types);
    }

    @GetMapping("/ResourceTypes/{id}")
    @Requires(Permission.PEOPLE_PROVISION)
    ObjectNode type(OrganizationScope scope, @PathVariable String id) {
        return byId(allTypes(scope), id, "resource type");
    }

    @GetMapping("/Schemas")
    @Requires(Permission.PEOPLE_PROVISION)
    ObjectNode schemas(OrganizationScope scope) {
        List<ObjectNode> schemas = allSchemas(scope);
        return Listing.EVERYTHING.answer(schemas.size(), schemas);
    }

    @GetMapping("/Schemas/{id}")
    @Requires(Permission.PEOPLE_PROVISION)
    ObjectNode schema(OrganizationScope scope, @PathVariable String id) {
        return byId(allSchemas(scope), id, "schema");
    }

    private List<ObjectNode> allTypes(OrganizationScope scope) {
        ObjectNode user = type(scope, "User", UserAttributes.USER);
        ObjectNode extension = user.putArray("schemaExtensions").addObject();
        extension.put("schema", UserAttributes.ENTERPRISE);
        extension.put("required", false);
        return List.of(user, type(scope, "Group", GroupAttributes.GROUP));
    }

    private ObjectNode type(OrganizationScope scope, String name, String schema) {
        ObjectNode type = Values.object();
        type.putArray("schemas").add(CORE + "ResourceType");
        type.put("id", name);
        type.put("name", name);
        type.put("endpoint", "/" + name + "s");
        type.put("schema", schema);
        meta(type, "ResourceType", address.of(scope, "ResourceType", name));
        return type;
    }

    private List<ObjectNode> allSchemas(OrganizationScope scope) {
        return TYPES.stream()
                .map(type -> {
                    ObjectNode schema = schema(type);
                    meta(
                            schema,
                            "Schema",
                            address.of(scope, "Schema", schema.path("id").asString()));
                    return schema;
                })
                .toList();
    }

    private static ObjectNode schema(Class<?> type) {
        try {
            return JsonUtils.valueToNode(SchemaUtils.getSchema(type));
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode byId(List<ObjectNode> all, String id, String kind) {
        return all.stream()
                .filter(one -> one.path("id").asString().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> ScimRefusal.notFound(kind));
    }

    private static ObjectNode supported(ObjectNode configuration, String what, boolean supported) {
        return configuration.putObject(what).put("supported", supported);
    }

    private static void meta(ObjectNode resource, String type, String location) {
        ObjectNode meta = resource.putObject("meta");
        meta.put("resourceType", type);
        meta.put("location", location);
    }
}
