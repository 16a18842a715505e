package io.gatehouse.identity.activity;

import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PublicEndpoint;
import io.gatehouse.kernel.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who came in from where, who was refused, and who changed what. */
@RestController
@RequestMapping("/api")
final class ActivityController {

    private static final List<Export.Column<Activity>> COLUMNS = List.of(
            new Export.Column<>("at", Activity::at),
            new Export.Column<>("person_id", activity -> activity.person().id()),
            new Export.Column<>("person", activity -> activity.person().displayName()),
            new Export.Column<>("email", activity -> activity.person().email()),
            new Export.Column<>("kind", Activity::kind),
            new Export.Column<>("factors", Activity::factors),
            new Export.Column<>("detail", Activity::detail),
            new Export.Column<>("action", activity -> changed(activity, Activity.Changed::action)),
            new Export.Column<>("object_type", activity -> changed(activity, Activity.Changed::objectType)),
            new Export.Column<>("object", activity -> changed(activity, Activity.Changed::objectName)),
            new Export.Column<>("address", Activity::address),
            new Export.Column<>("browser", Activity::browser),
            new Export.Column<>("id", Activity::id));

    private final Activities activities;
    private final Export export;

    ActivityController(Activities activities, Export export) {
        this.activities = activities;
        this.export = export;
    }

    @GetMapping("/organizations/{organization}/activity")
    @Requires(Permission.LEDGER_READ)
    Page<Activity> list(
            OrganizationScope scope,
            ActivityFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return activities.list(scope, filter, cursor, Page.limit(limit));
    }

    @GetMapping("/organizations/{organization}/activity/export")
    @FreshFactor
    @Requires(Permission.LEDGER_EXPORT)
    void export(
            OrganizationScope scope, ActivityFilter filter, @RequestParam String format, HttpServletResponse response)
            throws IOException {
        Export.Format chosen = Export.Format.of(format);
        activities.recordExport(scope, format);
        export.send(
                response,
                chosen,
                "activity",
                COLUMNS,
                cursor -> activities.list(scope, filter, cursor, Page.MAXIMUM_LIMIT));
    }

    @GetMapping("/account/activity")
    @PublicEndpoint("Each signed-in person for themselves")
    Page<Activity> own(
            SignedIn asking,
            ActivityFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return activities.own(asking, filter, cursor, Page.limit(limit));
    }

    private static @Nullable String changed(Activity activity, Function<Activity.Changed, String> part) {
        Activity.Changed change = activity.change();
        return change == null ? null : part.apply(change);
    }
}
