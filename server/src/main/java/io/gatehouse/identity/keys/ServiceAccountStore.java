package io.gatehouse.identity.keys;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
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

/** Rows of {@code identity.service_account}. */
@Repository
final class ServiceAccountStore {

    private static final String SELECT = """
            select a.*, p.id as person_id, p.display_name, p.email, u.keys, u.last_used_at, u.next_expiry_at
            from identity.service_account a
            join identity.person p on p.id = a.owner_id
            cross join lateral (
                select count(*) filter (where k.revoked_at is null and k.expires_at > :now) as keys,
                       max(k.last_used_at) as last_used_at,
                       min(k.expires_at) filter (where k.revoked_at is null and k.expires_at > :now) as next_expiry_at
                from identity.api_key k
                where k.organization_id = a.organization_id and k.service_account_id = a.id) u
            where a.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    ServiceAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ServiceAccount> list(OrganizationScope scope, Instant now) {
        return select(scope, now)
                .append("order by lower(a.name)")
                .on(jdbc)
                .query(ServiceAccountStore::account)
                .list();
    }

    Optional<ServiceAccount> find(OrganizationScope scope, UUID id, Instant now) {
        return select(scope, now)
                .append(Sql.of("and a.id = :id", "id", id))
                .on(jdbc)
                .query(ServiceAccountStore::account)
                .optional();
    }

    Optional<ServiceAccount> ofKey(OrganizationScope scope, UUID key, Instant now) {
        return select(scope, now)
                .append(Sql.of("""
                        and a.id = (select k.service_account_id from identity.api_key k
                                    where k.organization_id = a.organization_id and k.id = :key)
                        """, "key", key))
                .on(jdbc)
                .query(ServiceAccountStore::account)
                .optional();
    }

    List<ServiceAccount> ownedBy(OrganizationScope scope, PersonId owner, Instant now) {
        return select(scope, now)
                .append(Sql.of("and a.owner_id = :owner", "owner", owner.value()))
                .on(jdbc)
                .query(ServiceAccountStore::account)
                .list();
    }

    /** Lets changes of the account, and of its keys, come one after the other. */
    void lock(OrganizationScope scope, UUID id) {
        jdbc.sql(
                        "select id from identity.service_account where organization_id = :organization and id = :id for update")
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Whether the name was free. */
    boolean insert(OrganizationScope scope, UUID id, ServiceAccountDraft draft, Instant now) {
        return jdbc.sql("""
                        insert into identity.service_account
                            (organization_id, id, name, purpose, owner_id, permissions, created_at)
                        values (:organization, :id, :name, :purpose, :owner, :permissions, :now)
                        on conflict (organization_id, lower(name)) do nothing
                        """)
                        .param("organization", scope.organization().value())
                        .param("id", id)
                        .param("name", draft.plainName())
                        .param("purpose", draft.plainPurpose())
                        .param("owner", draft.ownerId().value())
                        .param("permissions", PermissionNames.of(draft.permissions()))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void update(OrganizationScope scope, UUID id, ServiceAccountDraft draft) {
        jdbc.sql("""
                        update identity.service_account
                        set name = :name, purpose = :purpose, owner_id = :owner, permissions = :permissions,
                            version = version + 1
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("name", draft.plainName())
                .param("purpose", draft.plainPurpose())
                .param("owner", draft.ownerId().value())
                .param("permissions", PermissionNames.of(draft.permissions()))
                .update();
    }

    void changeOwner(OrganizationScope scope, UUID id, PersonId owner) {
        jdbc.sql("""
                        update identity.service_account set owner_id = :owner, version = version + 1
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("owner", owner.value())
                .update();
    }

    void suspend(OrganizationScope scope, UUID id, @Nullable Instant since) {
        jdbc.sql("""
                        update identity.service_account set suspended_at = :since, version = version + 1
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(OrganizationScope scope, UUID id) {
        jdbc.sql("delete from identity.service_account where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    private static Sql select(OrganizationScope scope, Instant now) {
        return Sql.of(SELECT)
                .with("organization", scope.organization().value())
                .with("now", now.atOffset(ZoneOffset.UTC));
    }

    private static ServiceAccount account(ResultSet row, int number) throws SQLException {
        return new ServiceAccount(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("purpose"),
                new PersonRef(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("email")),
                PermissionNames.read(row, "permissions"),
                row.getObject("suspended_at") == null ? ServiceAccount.State.ACTIVE : ServiceAccount.State.SUSPENDED,
                row.getInt("version"),
                Rows.instant(row, "created_at"),
                row.getLong("keys"),
                Rows.instantOrNull(row, "last_used_at"),
                Rows.instantOrNull(row, "next_expiry_at"));
    }
}
