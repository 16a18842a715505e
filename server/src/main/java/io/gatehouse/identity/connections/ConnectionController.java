package io.gatehouse.identity.connections;

import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that act for a person, and those that ask for it. */
@RestController
@RequestMapping("/api/account/connections")
final class ConnectionController {

    private static final String OWN = "Each signed-in person for themselves";

    private final PersonConnections connections;
    private final DeviceCodes codes;
    private final Choices choices;

    ConnectionController(PersonConnections connections, DeviceCodes codes, Choices choices) {
        this.connections = connections;
        this.codes = codes;
        this.choices = choices;
    }

    /** The short code is in the body, where no log keeps it. */
    record ShortCode(@NotBlank @Size(max = 20) String userCode) {}

    record Consent(
            @NotBlank @Size(max = 20) String userCode,
            @NotNull OrganizationId organizationId,
            @NotEmpty Set<Permission> permissions) {}

    /**
     * A program that waits.
     *
     * @param program as it calls itself; nobody has checked that
     * @param asked permissions that it asks for; none leaves that to the person
     * @param address that it asked from
     * @param ownAddress that the person's browser asks from
     */
    record Waiting(
            String program,
            List<Permission> asked,
            String address,
            String ownAddress,
            Instant askedAt,
            Instant expiresAt,
            List<Choice> choices) {}

    @GetMapping
    @PublicEndpoint(OWN)
    List<Connection> list(SignedIn asking) {
        return connections.of(asking);
    }

    @PostMapping("/waiting")
    @PublicEndpoint(OWN)
    Waiting waiting(SignedIn asking, @Valid @RequestBody ShortCode shown, HttpServletRequest request) {
        DeviceCode code = codes.undecided(asking.person(), shown.userCode());
        return new Waiting(
                code.program(),
                code.permissions(),
                code.address(),
                request.getRemoteAddr(),
                code.askedAt(),
                code.expiresAt(),
                choices.of(asking, code.permissions()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor
    @PublicEndpoint(OWN)
    Connection allow(SignedIn asking, @Valid @RequestBody Consent consent) {
        return connections.allow(asking, consent.userCode(), consent.organizationId(), consent.permissions());
    }

    @PostMapping("/deny")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint(OWN)
    void deny(SignedIn asking, @Valid @RequestBody ShortCode shown) {
        codes.deny(asking.person(), shown.userCode());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint("Each signed-in person for themselves: another's connection is not found")
    void disconnect(SignedIn asking, @PathVariable UUID id) {
        connections.disconnect(asking, id);
    }
}
