package io.gatehouse.identity.invitations;

import io.gatehouse.identity.InvitationIssued;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.invitation}. */
@Repository
final class InvitationStore {

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open invitation and the organization that it leads into. */
    record Open(OrganizationId organization, Invitation invitation) {}

    void insert(OrganizationScope scope, Invitation invitation, byte[] tokenHash) {
        jdbc.sql("""
                        insert into identity.invitation (organization_id, id, token_hash, email, display_name, roles,
                            invited_by, created_at, issued_at, expires_at)
                        values (:organization, :id, :token, :email, :name, :roles, :by, :created, :created, :expires)
                        """)
                .param("organization", scope.organization().value())
                .param("id", invitation.id())
                .param("token", tokenHash)
                .param("email", invitation.email())
                .param("name", invitation.displayName())
                .param("roles", invitation.roles().stream().map(Role::name).toArray(String[]::new))
                .param("by", scope.actor().asPerson().map(PersonId::value).orElse(null))
                .param("created", invitation.createdAt().atOffset(ZoneOffset.UTC))
                .param("expires", invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that wait, also when their time is over: they can be renewed. */
    List<Invitation> waiting(OrganizationScope scope) {
        return jdbc.sql("""
                        select i.*, p.id as by_id, p.display_name as by_name, p.email as by_email
                        from identity.invitation i left join identity.person p on p.id = i.invited_by
                        where i.organization_id = :organization and i.accepted_at is null
                        order by i.created_at desc, i.id desc limit 1000
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> invitation(row))
                .list();
    }

    boolean isMember(OrganizationScope scope, String email) {
        return jdbc.sql("""
                        select exists (select from identity.membership m join identity.person p on p.id = m.person_id
                                       where m.organization_id = :organization and p.email = :email)
                        """)
                .param("organization", scope.organization().value())
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    Optional<Open> find(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        select i.*, p.id as by_id, p.display_name as by_name, p.email as by_email
                        from identity.invitation i left join identity.person p on p.id = i.invited_by
                        where i.token_hash = :token and i.accepted_at is null and i.expires_at > :now
                        """)
                .param("token", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Open(new OrganizationId(row.getObject("organization_id", UUID.class)), invitation(row)))
                .optional();
    }

    Optional<Invitation> find(OrganizationScope scope, UUID id) {
        return jdbc.sql("""
                        select i.*, p.id as by_id, p.display_name as by_name, p.email as by_email
                        from identity.invitation i left join identity.person p on p.id = i.invited_by
                        where i.organization_id = :organization and i.id = :id and i.accepted_at is null
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .query((row, _) -> invitation(row))
                .optional();
    }

    Optional<Invitation> lock(OrganizationScope scope, UUID id) {
        jdbc.sql("select id from identity.invitation where organization_id = :organization and id = :id for update")
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(scope, id);
    }

    /** Which issue of the link this is. */
    int renew(OrganizationScope scope, UUID id, byte[] tokenHash, Instant now, Instant expiresAt) {
        return jdbc.sql("""
                        update identity.invitation
                        set token_hash = :token, issue = issue + 1, issued_at = :now, expires_at = :expires
                        where organization_id = :organization and id = :id returning issue
                        """)
                .param("token", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Sets the token of that issue; empty when there is a later one, or when nobody can accept any more. */
    Optional<Invitation> retoken(InvitationIssued issued, byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        with fresh as (
                            update identity.invitation set token_hash = :token
                            where organization_id = :organization and id = :id and issue = :issue
                              and accepted_at is null and expires_at > :now
                            returning *)
                        select i.*, p.id as by_id, p.display_name as by_name, p.email as by_email
                        from fresh i left join identity.person p on p.id = i.invited_by
                        """)
                .param("token", tokenHash)
                .param("organization", issued.organization().value())
                .param("id", issued.invitation())
                .param("issue", issued.issue())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> invitation(row))
                .optional();
    }

    /** Whether it was open until now. */
    boolean accept(Open open, Instant now) {
        return jdbc.sql("""
                        update identity.invitation set accepted_at = :now
                        where organization_id = :organization and id = :id
                          and accepted_at is null and expires_at > :now
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("organization", open.organization().value())
                        .param("id", open.invitation().id())
                        .update()
                == 1;
    }

    Optional<Invitation> delete(OrganizationScope scope, UUID id) {
        return jdbc.sql("""
                        delete from identity.invitation i
                        where organization_id = :organization and id = :id and accepted_at is null
                        returning i.*, null::uuid as by_id, null::text as by_name, null::text as by_email
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .query((row, _) -> invitation(row))
                .optional();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("display_name"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .toList(),
                invitedBy(row),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "issued_at"),
                Rows.instant(row, "expires_at"));
    }

    private static @Nullable PersonRef invitedBy(ResultSet row) throws SQLException {
        UUID id = row.getObject("by_id", UUID.class);
        return id == null ? null : new PersonRef(new PersonId(id), row.getString("by_name"), row.getString("by_email"));
    }
}
