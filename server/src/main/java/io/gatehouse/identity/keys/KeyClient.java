package io.gatehouse.identity.keys;

import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.Set;

/**
 * A key as a client of OAuth 2: its beginning is the client's id, all of it is the client's secret.
 *
 * @param secretHash in hexadecimal digits
 * @param permissions what it allows now
 */
public record KeyClient(String id, String secretHash, Set<Permission> permissions, Instant expiresAt) {

    @Override
    public String toString() {
        return "KeyClient[" + id + "]";
    }
}
