package io.gatehouse.identity.web;

import io.gatehouse.kernel.PublicEndpoint;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the committed description of the API. */
@RestController
final class ApiDocumentController {

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @PublicEndpoint("Describes the API, which is public knowledge, and nobody's data")
    Resource document() {
        return new ClassPathResource("api/openapi.json");
    }
}
