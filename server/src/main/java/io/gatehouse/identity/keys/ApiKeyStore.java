package io.gatehouse.identity.keys;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.api_key}. */
@Repository
final class ApiKeyStore {

    private static final int MOST_LISTED = 200;

    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in force first, which are never too many, then the latest of the others. */
    List<ApiKey> list(OrganizationScope scope, UUID account, Instant now) {
        return jdbc.sql("""
                        select * from identity.api_key
                        where organization_id = :organization and service_account_id = :account
                        order by revoked_at is null and expires_at > :now desc, id desc limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST_LISTED)
                .query((row, _) -> key(row, now))
                .list();
    }

    Optional<ApiKey> find(OrganizationScope scope, UUID account, UUID id, Instant now) {
        return jdbc.sql("""
                        select * from identity.api_key
                        where organization_id = :organization and service_account_id = :account and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("account", account)
                .param("id", id)
                .query((row, _) -> key(row, now))
                .optional();
    }

    /** The key with that public id and its account, in whichever organization; in a transaction of the installation. */
    Optional<KnownKey> known(String publicId) {
        return jdbc.sql("""
                        select k.*, a.name as account_name, a.permissions as account_permissions, a.suspended_at
                        from identity.api_key k
                        join identity.service_account a
                            on a.organization_id = k.organization_id and a.id = k.service_account_id
                        where k.public_id = :publicId
                        """)
                .param("publicId", publicId)
                .query(ApiKeyStore::knownKey)
                .optional();
    }

    void insert(OrganizationScope scope, UUID account, UUID id, KeyText text, ApiKeyDraft draft, Instant now) {
        jdbc.sql("""
                        insert into identity.api_key (organization_id, id, service_account_id, public_id, secret_hash,
                            name, permissions, networks, created_at, expires_at)
                        values (:organization, :id, :account, :publicId, :hash, :name, :permissions, :networks, :now, :expires)
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("account", account)
                .param("publicId", text.publicId())
                .param("hash", text.hash())
                .param("name", draft.plainName())
                .param("permissions", PermissionNames.of(draft.permissions()))
                .param("networks", draft.plainNetworks().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", draft.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was not revoked before. */
    boolean revoke(OrganizationScope scope, UUID id, String reason, Instant now) {
        return jdbc.sql("""
                        update identity.api_key set revoked_at = :now, revoked_because = :reason
                        where organization_id = :organization and id = :id and revoked_at is null
                        """)
                        .param("organization", scope.organization().value())
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void used(OrganizationId organization, UUID id, String address, Instant now) {
        jdbc.sql("""
                        update identity.api_key set last_used_at = :now, last_used_address = left(:address, 50)
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization.value())
                .param("id", id)
                .param("address", address)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static KnownKey knownKey(ResultSet row, int number) throws SQLException {
        return new KnownKey(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("service_account_id", UUID.class),
                row.getString("account_name"),
                row.getBytes("secret_hash"),
                PermissionNames.read(row, "account_permissions"),
                PermissionNames.read(row, "permissions"),
                networks(row),
                row.getObject("suspended_at") != null,
                row.getObject("revoked_at") != null,
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "last_used_at"),
                row.getString("last_used_address"));
    }

    private static ApiKey key(ResultSet row, Instant now) throws SQLException {
        Instant expires = Rows.instant(row, "expires_at");
        Instant revoked = Rows.instantOrNull(row, "revoked_at");
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                KeyText.beginning(row.getString("public_id")),
                PermissionNames.read(row, "permissions"),
                networks(row),
                state(revoked, expires, now),
                Rows.instant(row, "created_at"),
                expires,
                Rows.instantOrNull(row, "last_used_at"),
                row.getString("last_used_address"),
                revoked,
                row.getString("revoked_because"));
    }

    private static ApiKey.State state(@Nullable Instant revoked, Instant expires, Instant now) {
        if (revoked != null) {
            return ApiKey.State.REVOKED;
        }
        return expires.isAfter(now) ? ApiKey.State.ACTIVE : ApiKey.State.EXPIRED;
    }

    private static List<String> networks(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("networks").getArray());
    }
}
