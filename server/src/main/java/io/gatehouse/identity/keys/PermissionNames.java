package io.gatehouse.identity.keys;

import io.gatehouse.kernel.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Permissions as the database keeps them. */
public final class PermissionNames {

    private PermissionNames() {}

    /** As a parameter of a statement. */
    public static String[] of(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::name).toArray(String[]::new);
    }

    /** From a row. */
    public static List<Permission> read(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Permission::valueOf)
                .toList();
    }
}
