package io.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed document says what the server does; {@code make api} rewrites it. */
@ServerTest
final class OpenApiIT {

    private static final Path COMMITTED = Path.of("..", "api", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final OpenApiWebMvcResource resource;
    private final TestOrganizations organizations;

    @Autowired
    OpenApiIT(OpenApiWebMvcResource resource, TestOrganizations organizations) {
        this.resource = resource;
        this.organizations = organizations;
    }

    @Test
    void theCommittedDocumentIsTheServers() throws IOException {
        String now = document();
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }
        assertThat(COMMITTED).as("run make api").exists();
        assertThat(now).as("run make api").isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyOperationSaysWhatItDemands() throws IOException {
        JsonNode paths = JSON.readTree(document()).at("/paths");
        assertThat(paths.size()).isPositive();
        paths.forEach(path ->
                path.forEach(operation -> assertThat(operation.has("x-required-permission") ^ operation.has("x-public"))
                        .as(operation.at("/operationId").asString())
                        .isTrue()));
    }

    @Test
    void theServerServesIt() throws IOException {
        assumeFalse(Boolean.getBoolean("openapi.write"), "the server still has the document from before");
        assertThat(COMMITTED).as("run make api").exists();
        JsonNode served = organizations.browser().get("/api/openapi.json").json();
        assertThat(served).isEqualTo(JSON.readTree(Files.readString(COMMITTED)));
    }

    private String document() throws IOException {
        byte[] raw = resource.openapiJson(new MockHttpServletRequest(), "/v3/api-docs", Locale.ROOT);
        return JSON.writeValueAsString(JSON.treeToValue(Schemas.refine(JSON.readTree(raw)), Object.class)) + "\n";
    }
}
