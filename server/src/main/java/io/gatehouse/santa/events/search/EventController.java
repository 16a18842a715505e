package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding events. */
@RestController
@RequestMapping("/api/organizations/{organization}/events")
final class EventController {

    private static final List<Export.Column<EventView>> COLUMNS = List.of(
            new Export.Column<>("occurred_at", EventView::occurredAt),
            new Export.Column<>("received_at", EventView::receivedAt),
            new Export.Column<>("hostname", event -> event.device().hostname()),
            new Export.Column<>("serial_number", event -> event.device().serialNumber()),
            new Export.Column<>("machine_id", event -> event.device().machineId()),
            new Export.Column<>("decision", EventView::decision),
            new Export.Column<>("blocked", EventView::blocked),
            new Export.Column<>("file_name", EventView::fileName),
            new Export.Column<>("file_path", EventView::filePath),
            new Export.Column<>("sha256", EventView::sha256),
            new Export.Column<>("cdhash", EventView::cdhash),
            new Export.Column<>("signing_id", EventView::signingId),
            new Export.Column<>("team_id", EventView::teamId),
            new Export.Column<>(
                    "signer",
                    event -> event.signer() == null ? null : event.signer().commonName()),
            new Export.Column<>("executing_user", EventView::executingUser),
            new Export.Column<>("parent_name", EventView::parentName),
            new Export.Column<>("pid", EventView::pid),
            new Export.Column<>("ppid", EventView::ppid),
            new Export.Column<>(
                    "bundle_hash",
                    event -> event.bundle() == null ? null : event.bundle().hash()),
            new Export.Column<>("id", EventView::id));

    private final Events events;
    private final Export export;

    EventController(Events events, Export export) {
        this.events = events;
        this.export = export;
    }

    @GetMapping
    @Requires(Permission.EVENT_READ)
    Page<EventView> list(
            OrganizationScope scope,
            EventFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return events.list(scope, filter, cursor, Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Requires(Permission.EVENT_READ)
    EventDetail details(OrganizationScope scope, @PathVariable UUID id) {
        return events.details(scope, id);
    }

    @GetMapping("/export")
    @Requires(Permission.EVENT_READ)
    void export(OrganizationScope scope, EventFilter filter, @RequestParam String format, HttpServletResponse response)
            throws IOException {
        export.send(
                response,
                Export.Format.of(format),
                "events",
                COLUMNS,
                cursor -> events.list(scope, filter, cursor, Page.MAXIMUM_LIMIT));
    }
}
