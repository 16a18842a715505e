package io.gatehouse.identity.people;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code identity.held}. */
public final class HeldRow {

    /** Leaves rows {@code h} that hold at the time {@code :now}: engagements begin and expire, all else holds until taken. */
    public static final String IN_FORCE =
            "(h.starts_at is null or h.starts_at <= :now) and (h.expires_at is null or h.expires_at > :now)";

    private HeldRow() {}

    /** The grant; null where a member holds nothing and the joined row is empty. */
    public static @Nullable Grant grant(ResultSet row) throws SQLException {
        String source = row.getString("source");
        if (source == null) {
            return null;
        }
        Grant grant = grant(row, source);
        String provider = row.getString("identity_provider");
        return provider == null ? grant : grant.mapped(row.getString("claim_value"), provider);
    }

    private static Grant grant(ResultSet row, String source) throws SQLException {
        TeamRef team = team(row);
        return switch (source) {
            case "ROLE" -> Grant.of(Role.valueOf(row.getString("role")), team);
            case "CUSTOM_ROLE" ->
                new Grant(
                        permissions(row),
                        new Grant.Source.Custom(
                                row.getObject("custom_role_id", UUID.class), row.getString("custom_role_name")),
                        team);
            case "ENGAGEMENT" -> Grant.of(engagement(row), atProvider(row));
            case "TEAM_LEAD" -> Grant.ofLead(Objects.requireNonNull(team));
            default -> throw new IllegalStateException("Nothing is known of grants from " + source);
        };
    }

    private static Grant.Source.Engagement engagement(ResultSet row) throws SQLException {
        return new Grant.Source.Engagement(
                new OrganizationId(row.getObject("provider_id", UUID.class)),
                row.getString("provider_name"),
                EngagementLevel.valueOf(row.getString("level")),
                Rows.instantOrNull(row, "expires_at"));
    }

    private static Set<Permission> atProvider(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return role == null ? permissions(row) : Role.valueOf(role).permissions();
    }

    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("permissions").getArray())
                .map(Permission::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable TeamRef team(ResultSet row) throws SQLException {
        UUID id = row.getObject("team_id", UUID.class);
        return id == null ? null : new TeamRef(new TeamId(id), row.getString("team_name"));
    }
}
