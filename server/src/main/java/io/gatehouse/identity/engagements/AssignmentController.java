package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A provider's people by its customers. */
@RestController
@RequestMapping("/api/organizations/{organization}/assignments")
final class AssignmentController {

    /** More than a page of the matrix holds. */
    private static final int MOST_CELLS = 2_500;

    private final Assignments assignments;
    private final AssignmentMatrix matrix;
    private final FreshFactors freshFactors;

    AssignmentController(Assignments assignments, AssignmentMatrix matrix, FreshFactors freshFactors) {
        this.assignments = assignments;
        this.matrix = matrix;
        this.freshFactors = freshFactors;
    }

    record Change(
            @NotEmpty @Size(max = MOST_CELLS) List<@NotNull @Valid Cell> cells,
            @NotNull @Valid Terms terms) {}

    record Ending(
            @NotEmpty @Size(max = MOST_CELLS) List<@NotNull @Valid Cell> cells,
            @NotBlank @Size(max = 2000) String reason) {}

    @GetMapping
    @Requires(Permission.ENGAGEMENT_READ)
    AssignmentMatrix.Part part(
            OrganizationScope scope,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String personCursor,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String customerCursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return matrix.part(
                scope,
                new AssignmentMatrix.Axis(person, personCursor),
                new AssignmentMatrix.Axis(customer, customerCursor),
                Page.limit(limit));
    }

    @PostMapping("/preview")
    @Requires(Permission.ENGAGEMENT_MANAGE)
    List<Outcome> preview(Caller caller, @Valid @RequestBody Change change) {
        return assignments.preview(caller, change.cells(), change.terms());
    }

    @PostMapping
    @FreshFactor(sometimes = true)
    @Requires(Permission.ENGAGEMENT_MANAGE)
    List<Outcome> give(Caller caller, @Valid @RequestBody Change change) {
        if (change.terms().level() == EngagementLevel.EMERGENCY) {
            freshFactors.demand();
        }
        return assignments.give(caller, change.cells(), change.terms());
    }

    @PostMapping("/end")
    @Requires(Permission.ENGAGEMENT_MANAGE)
    List<Outcome> end(Caller caller, @Valid @RequestBody Ending ending) {
        return assignments.end(caller, ending.cells(), ending.reason());
    }
}
