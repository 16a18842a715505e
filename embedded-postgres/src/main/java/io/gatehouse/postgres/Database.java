package io.gatehouse.postgres;

/**
 * A database and the two roles that Gatehouse uses in it.
 *
 * @param url JDBC address
 * @param ownerUser role that owns the tables and runs migrations
 * @param ownerPassword its password
 * @param applicationUser role that the running server uses: owns nothing, bypasses no row-level security
 * @param applicationPassword its password
 */
public record Database(
        String url, String ownerUser, String ownerPassword, String applicationUser, String applicationPassword) {

    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
