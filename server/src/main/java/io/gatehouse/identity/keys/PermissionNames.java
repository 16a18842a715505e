package io.gatehouse.identity.keys;

import io.gatehouse.kernel.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Permissions as the database keeps them. */
final class PermissionNames {

    private PermissionNames() {}

    static String[] of(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::name).toArray(String[]::new);
    }

    static List<Permission> read(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Permission::valueOf)
                .toList();
    }
}
