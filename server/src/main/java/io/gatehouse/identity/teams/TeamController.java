package io.gatehouse.identity.teams;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An organization's teams. */
@RestController
@RequestMapping("/api/organizations/{organization}/teams")
final class TeamController {

    private final Teams teams;

    TeamController(Teams teams) {
        this.teams = teams;
    }

    /**
     * What a team shall be.
     *
     * @param parentId null at the top
     */
    record TeamDraft(
            @NotBlank @Size(max = 80) String name, @Nullable TeamId parentId) {}

    record Target(@NotNull TeamId into) {}

    record Place(boolean lead) {}

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    List<Team> all(OrganizationScope scope) {
        return teams.all(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.PEOPLE_MANAGE)
    Team.Detail create(Caller caller, @Valid @RequestBody TeamDraft draft) {
        return teams.create(caller, draft.name().strip(), draft.parentId());
    }

    @GetMapping("/{team}")
    @Requires(Permission.PEOPLE_READ)
    Team.Detail find(OrganizationScope scope, @PathVariable TeamId team) {
        return teams.find(scope, team);
    }

    @PutMapping("/{team}")
    @Requires(Permission.PEOPLE_MANAGE)
    Team.Detail change(Caller caller, @PathVariable TeamId team, @Valid @RequestBody TeamDraft draft) {
        return teams.change(caller, team, draft.name().strip(), draft.parentId());
    }

    @DeleteMapping("/{team}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.PEOPLE_MANAGE)
    void delete(Caller caller, @PathVariable TeamId team) {
        teams.delete(caller, team);
    }

    @PostMapping("/{team}/merge")
    @Requires(Permission.PEOPLE_MANAGE)
    Team.Detail merge(Caller caller, @PathVariable TeamId team, @Valid @RequestBody Target target) {
        return teams.merge(caller, team, target.into());
    }

    @PutMapping("/{team}/people/{person}")
    @Requires(Permission.PEOPLE_MANAGE)
    Team.Detail put(Caller caller, @PathVariable TeamId team, @PathVariable PersonId person, @RequestBody Place place) {
        return teams.put(caller, team, person, place.lead());
    }

    @DeleteMapping("/{team}/people/{person}")
    @Requires(Permission.PEOPLE_MANAGE)
    Team.Detail remove(Caller caller, @PathVariable TeamId team, @PathVariable PersonId person) {
        return teams.remove(caller, team, person);
    }
}
