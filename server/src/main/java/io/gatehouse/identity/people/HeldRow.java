package io.gatehouse.identity.people;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.Permission;
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

    private HeldRow() {}

    /** The grant; null where a member holds nothing and the joined row is empty. */
    public static @Nullable Grant grant(ResultSet row) throws SQLException {
        String source = row.getString("source");
        if (source == null) {
            return null;
        }
        Grant grant = grant(row, source);
        String provider = row.getString("provider_name");
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
            case "TEAM_LEAD" -> Grant.ofLead(Objects.requireNonNull(team));
            default -> throw new IllegalStateException("Nothing is known of grants from " + source);
        };
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
