package io.gatehouse.api;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicEndpoint;
import io.gatehouse.kernel.Requires;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Says of each operation what enforces it, and hides what callers do not send. */
@Component
final class ApiDocument implements OperationCustomizer, OpenApiCustomizer {

    private static final String SESSION = "session";
    private static final String KEY = "key";

    ApiDocument() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(OrganizationScope.class, Caller.class)
                .replaceWithClass(PersonId.class, UUID.class)
                .replaceWithClass(OrganizationId.class, UUID.class)
                .replaceWithClass(TeamId.class, UUID.class)
                .replaceWithSchema(
                        JsonNode.class,
                        new Schema<>()
                                .types(new LinkedHashSet<>(List.of("object", "null")))
                                .additionalProperties(true));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        operation.setOperationId(endpoint.getBeanType().getSimpleName().replaceAll("Controller$", "")
                + capital(endpoint.getMethod().getName()));
        operation.setTags(List.of(module(endpoint.getBeanType())));
        Requires requires = endpoint.getMethodAnnotation(Requires.class);
        PublicEndpoint open = endpoint.getMethodAnnotation(PublicEndpoint.class);
        if (requires != null) {
            operation.addExtension(
                    "x-required-permission",
                    Arrays.stream(requires.value()).map(Permission::code).toList());
        }
        if (open != null) {
            operation.addExtension("x-public", open.value());
            operation.setSecurity(List.of());
        }
        if (requires != null) {
            operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
            if (!Set.of(requires.value()).contains(Permission.INSTALLATION_OPERATE)) {
                operation.addSecurityItem(new SecurityRequirement().addList(KEY));
            }
        }
        FreshFactor fresh = endpoint.getMethodAnnotation(FreshFactor.class);
        if (fresh != null) {
            operation.addExtension("x-fresh-factor", fresh.sometimes() ? "sometimes" : "always");
        }
        nameIdentifiers(operation, endpoint);
        return operation;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title("Gatehouse")
                .version("1")
                .description(
                        "Every failure is a problem (RFC 9457) with a correlationId. Unsafe calls send the value of "
                                + "the cookie XSRF-TOKEN in the header X-XSRF-TOKEN. x-required-permission: one of them is "
                                + "needed in the organization of the path. x-fresh-factor: the call may be refused with the id "
                                + "of a waiting action in the header X-Fresh-Factor; confirm that, and send the same call "
                                + "again with that header. Programs send Authorization: Bearer with a key, or with a "
                                + "token of /oauth2/token, need no X-XSRF-TOKEN, and are refused (for-people-only) where "
                                + "a fresh factor or a person is needed.")
                .license(new License().name("Apache-2.0")));
        document.setComponents(document.getComponents()
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("GATEHOUSE_SESSION"))
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A key of a service account, or an access token got with one")));
        document.setServers(null);
        document.setTags(null);
        // What directories use is described by RFC 7644, and describes itself.
        document.getPaths().keySet().removeIf(path -> !path.startsWith("/api/") || path.contains("/scim/v2"));
        document.getPaths().forEach((path, item) -> {
            if (path.contains("{organization}")) {
                item.readOperations().forEach(ApiDocument::nameOrganization);
            }
            item.readOperationsMap().forEach(ApiDocument::onlyJson);
        });
    }

    /** Records around an identifier look like objects with a {@code value}: those of the path are named, others resolved. */
    private static void nameIdentifiers(Operation operation, HandlerMethod endpoint) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> parameter.getName().equals("value"));
        }
        Arrays.stream(endpoint.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(PathVariable.class)
                        && parameter.getParameterType().isRecord())
                .forEach(parameter -> operation.addParametersItem(identifier(name(parameter))));
    }

    private static void nameOrganization(Operation operation) {
        operation.addParametersItem(identifier("organization"));
    }

    private static Parameter identifier(String name) {
        return new Parameter()
                .in("path")
                .name(name)
                .required(true)
                .schema(new Schema<String>()
                        .types(new LinkedHashSet<>(Set.of("string")))
                        .format("uuid"));
    }

    private static void onlyJson(PathItem.HttpMethod method, Operation operation) {
        operation.getResponses().keySet().removeIf(status -> status.startsWith("4") || status.startsWith("5"));
        operation.getResponses().values().forEach(response -> {
            if (response.getContent() != null && response.getContent().containsKey("*/*")) {
                response.getContent()
                        .addMediaType("application/json", response.getContent().remove("*/*"));
            }
        });
    }

    private static String module(Class<?> controller) {
        return controller.getPackageName().split("\\.")[2];
    }

    private static String name(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
