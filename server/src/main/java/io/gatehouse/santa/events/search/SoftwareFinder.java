package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which software a filter of events speaks of. */
@Component
final class SoftwareFinder {

    /** With more software than this, reading events newest first finds a page sooner than asking for each. */
    static final int MOST = 500;

    /** With more software than this, it is sooner to ask of each event's software whether it matches. */
    static final int MOST_KNOWN = 20_000;

    private final JdbcClient jdbc;

    SoftwareFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The software, at most one more than {@link #MOST_KNOWN}. */
    List<Long> find(OrganizationScope scope, EventFilter filter) {
        return Sql.of("select s.id from santa.software s")
                .append(conditions(scope, filter).where())
                .append("limit :most")
                .with("most", MOST_KNOWN + 1)
                .on(jdbc)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** The same as a condition on one event; the offset keeps the database from turning it into a join. */
    Sql condition(OrganizationScope scope, EventFilter filter) {
        return Sql.of("exists (select from santa.software s")
                .append(conditions(scope, filter)
                        .and(Sql.of("s.id = e.software_id"))
                        .where())
                .append("offset 0)");
    }

    private static Sql.Conditions conditions(OrganizationScope scope, EventFilter filter) {
        return Sql.conditions()
                .and(Sql.of(
                        "s.organization_id = :organization",
                        "organization",
                        scope.organization().value()))
                .when(lower(filter.sha256()), "s.sha256 = :sha256", "sha256")
                .when(given(filter.signingId()), "s.signing_id = :signingId", "signingId")
                .when(given(filter.teamId()), "s.team_id = :teamId", "teamId")
                .when(Sql.containing(filter.file()), "s.file_name ilike :file", "file")
                .when(
                        Sql.containing(filter.signer()),
                        "(s.signer ilike :signer or s.signer_organization ilike :signer)",
                        "signer")
                .when(
                        Sql.containing(filter.text()),
                        "(s.file_name ilike :text or s.signer ilike :text or s.signing_id ilike :text)",
                        "text");
    }

    private static @Nullable String given(@Nullable String text) {
        return EventFilter.isGiven(text) ? text : null;
    }

    private static @Nullable String lower(@Nullable String hash) {
        return hash == null || hash.isBlank() ? null : hash.strip().toLowerCase(Locale.ROOT);
    }
}
