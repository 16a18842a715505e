package io.gatehouse.identity.engagements;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The story of a provider's engagements: of one person, one customer, one cell, or all. */
@RestController
@RequestMapping("/api/organizations/{organization}/assignments/history")
final class HistoryController {

    private static final List<Export.Column<Engagement>> COLUMNS = List.of(
            new Export.Column<>("person", engagement -> engagement.person().displayName()),
            new Export.Column<>("email", engagement -> engagement.person().email()),
            new Export.Column<>("customer", Engagement::customerName),
            new Export.Column<>("level", Engagement::level),
            new Export.Column<>("starts_at", Engagement::startsAt),
            new Export.Column<>("expires_at", Engagement::expiresAt),
            new Export.Column<>("reason", Engagement::reason),
            new Export.Column<>("given_by", engagement -> name(engagement.givenBy())),
            new Export.Column<>(
                    "ended_at",
                    engagement ->
                            engagement.end() == null ? null : engagement.end().at()),
            new Export.Column<>(
                    "end_cause",
                    engagement ->
                            engagement.end() == null ? null : engagement.end().cause()),
            new Export.Column<>(
                    "ended_by",
                    engagement -> engagement.end() == null
                            ? null
                            : name(engagement.end().by())),
            new Export.Column<>(
                    "end_reason",
                    engagement ->
                            engagement.end() == null ? null : engagement.end().reason()));

    private final EngagementHistory history;
    private final Export export;

    HistoryController(EngagementHistory history, Export export) {
        this.history = history;
        this.export = export;
    }

    @GetMapping
    @Requires(Permission.ENGAGEMENT_READ)
    Page<Engagement> list(
            OrganizationScope scope,
            @RequestParam(required = false) @Nullable PersonId person,
            @RequestParam(required = false) @Nullable OrganizationId customer,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return history.list(scope, new EngagementHistory.Filter(person, customer, open), cursor, Page.limit(limit));
    }

    @GetMapping("/export")
    @Requires(Permission.ENGAGEMENT_READ)
    void export(
            OrganizationScope scope,
            @RequestParam(required = false) @Nullable PersonId person,
            @RequestParam(required = false) @Nullable OrganizationId customer,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        var filter = new EngagementHistory.Filter(person, customer, open);
        export.send(
                response,
                Export.Format.of(format),
                "assignments",
                COLUMNS,
                cursor -> history.list(scope, filter, cursor, Page.MAXIMUM_LIMIT));
    }

    private static @Nullable String name(@Nullable PersonRef person) {
        return person == null ? null : person.displayName();
    }
}
