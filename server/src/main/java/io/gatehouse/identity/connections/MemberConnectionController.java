package io.gatehouse.identity.connections;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that act for a member in this organization, for those who look after people or keys. */
@RestController
@RequestMapping("/api/organizations/{organization}/people/{person}/connections")
final class MemberConnectionController {

    private final PersonConnections connections;

    MemberConnectionController(PersonConnections connections) {
        this.connections = connections;
    }

    record Because(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Requires({Permission.PEOPLE_MANAGE, Permission.KEY_MANAGE})
    List<Connection> list(OrganizationScope scope, @PathVariable PersonId person) {
        return connections.of(scope, person);
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires({Permission.PEOPLE_MANAGE, Permission.KEY_MANAGE})
    void end(
            OrganizationScope scope,
            @PathVariable PersonId person,
            @PathVariable UUID id,
            @Valid @RequestBody Because because) {
        connections.disconnect(scope, person, id, because.reason());
    }
}
