package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All customers of one person to another. */
@RestController
@RequestMapping("/api/organizations/{organization}/assignments/hand-over")
final class HandOverController {

    private final HandOvers handOvers;

    HandOverController(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    /**
     * From whom to whom.
     *
     * @param customers only these; absent for all
     */
    record HandOver(
            @NotNull PersonId from,
            @NotNull PersonId to,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(min = 1, max = 5000) Set<@NotNull OrganizationId> customers) {

        HandOvers.Order order() {
            return new HandOvers.Order(from, to, reason.strip(), customers);
        }
    }

    @PostMapping("/preview")
    @Requires(Permission.ENGAGEMENT_MANAGE)
    List<Outcome> preview(Caller caller, @Valid @RequestBody HandOver wanted) {
        return handOvers.preview(caller, wanted.order());
    }

    @PostMapping
    @Requires(Permission.ENGAGEMENT_MANAGE)
    List<Outcome> run(Caller caller, @Valid @RequestBody HandOver wanted) {
        return handOvers.run(caller, wanted.order());
    }
}
