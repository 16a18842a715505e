package io.gatehouse.identity.people;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of an organization. */
@RestController
@RequestMapping("/api/organizations/{organization}/people")
final class PeopleController {

    private static final List<Export.Column<Standing>> COLUMNS = List.of(
            new Export.Column<>("id", Standing::id),
            new Export.Column<>("displayName", Standing::displayName),
            new Export.Column<>("email", Standing::email),
            new Export.Column<>(
                    "roles", person -> person.roles().stream().map(Role::name).collect(Collectors.joining("; "))),
            new Export.Column<>("state", Standing::state),
            new Export.Column<>("lastSignInAt", Standing::lastSignInAt),
            new Export.Column<>("joinedAt", Standing::joinedAt));

    private final Members members;
    private final FreshFactors freshFactors;
    private final Export export;

    PeopleController(Members members, FreshFactors freshFactors, Export export) {
        this.members = members;
        this.freshFactors = freshFactors;
        this.export = export;
    }

    record Roles(@NotEmpty Set<Role> roles) {}

    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    Page<Standing> list(
            OrganizationScope scope,
            PeopleQuery query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return members.list(scope, query, cursor, Page.limit(limit));
    }

    @GetMapping("/export")
    @Requires(Permission.PEOPLE_READ)
    void export(
            OrganizationScope scope,
            @RequestParam(defaultValue = "csv") String format,
            PeopleQuery query,
            HttpServletResponse response)
            throws IOException {
        export.send(
                response,
                Export.Format.of(format),
                "people",
                COLUMNS,
                cursor -> members.list(scope, query, cursor, Page.MAXIMUM_LIMIT));
    }

    @GetMapping("/{id}")
    @Requires(Permission.PEOPLE_READ)
    Standing person(OrganizationScope scope, @PathVariable PersonId id) {
        return members.find(scope, id);
    }

    @PutMapping("/{id}/roles")
    @FreshFactor(sometimes = true)
    @Requires(Permission.PEOPLE_MANAGE)
    Standing changeRoles(Caller caller, @PathVariable PersonId id, @Valid @RequestBody Roles wanted) {
        if (RoleRules.giveAdministration(wanted.roles())) {
            freshFactors.demand();
        }
        return members.changeRoles(caller, id, wanted.roles());
    }

    @PostMapping("/{id}/suspend")
    @Requires(Permission.PEOPLE_MANAGE)
    Standing suspend(Caller caller, @PathVariable PersonId id, @Valid @RequestBody Reason why) {
        return members.suspend(caller, id, why.reason());
    }

    @PostMapping("/{id}/resume")
    @FreshFactor(sometimes = true)
    @Requires(Permission.PEOPLE_MANAGE)
    Standing resume(Caller caller, @PathVariable PersonId id) {
        if (members.looksAfterPeople(caller.scope(), id)) {
            freshFactors.demand();
        }
        return members.resume(caller, id);
    }

    @PostMapping("/{id}/end-sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.PEOPLE_MANAGE)
    void endSessions(Caller caller, @PathVariable PersonId id, @Valid @RequestBody Reason why) {
        members.endSessions(caller, id, why.reason());
    }
}
