package io.gatehouse.santa;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fresh organizations with tags, enrolments, devices and rules, written straight into the tables. */
@Component
public class SantaFixture {

    private final Transactions transactions;
    private final JdbcClient jdbc;

    SantaFixture(Transactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** A new enterprise that nobody else uses. */
    public OrganizationScope organization() {
        OrganizationId id = new OrganizationId(Ids.next());
        transactions.installation(
                () -> jdbc.sql("""
                        insert into kernel.organization (id, slug, name, kind, accent_color, time_zone)
                        values (?, ?, 'Test', 'ENTERPRISE', '#112233', 'UTC')
                        """).params(id.value(), "t-" + id).update());
        return new OrganizationScope(id, Actor.system());
    }

    /** A tag at a position. */
    public UUID tag(OrganizationScope scope, String name, int position) {
        UUID id = Ids.next();
        write(
                scope,
                () -> jdbc.sql("""
                        insert into santa.tag (organization_id, id, name, color, position) values (?, ?, ?, '#112233', ?)
                        """)
                        .params(scope.organization().value(), id, name, position)
                        .update());
        return id;
    }

    /** An enrolment that gives tags. */
    public UUID enrolment(OrganizationScope scope, Integer maximumDevices, List<UUID> tags) {
        UUID id = Ids.next();
        write(
                scope,
                () -> jdbc.sql("""
                        insert into santa.enrolment (organization_id, id, name, maximum_devices, tag_ids)
                        values (?, ?, ?, ?, ?::uuid[])
                        """)
                        .params(scope.organization().value(), id, "Enrolment " + id, maximumDevices, texts(tags))
                        .update());
        return id;
    }

    /** A secret of an enrolment, in the clear. */
    public String secret(OrganizationScope scope, UUID enrolment) {
        String secret = "ghs_" + scope.organization().toString().replace("-", "") + "_"
                + (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
        write(
                scope,
                () -> jdbc.sql("""
                        insert into santa.enrolment_secret (organization_id, id, enrolment_id, secret_hash, hint)
                        values (?, ?, ?, ?, 'test')
                        """)
                        .params(scope.organization().value(), Ids.next(), enrolment, sha256(secret))
                        .update());
        return secret;
    }

    /** A device that has never synced, with tags and their policy. */
    public UUID device(OrganizationScope scope, UUID enrolment, UUID policy, List<UUID> tags) {
        UUID id = Ids.next();
        write(scope, () -> {
            jdbc.sql("""
                            insert into santa.device (organization_id, id, machine_id, enrolment_id, credential_kind, policy_id)
                            values (?, ?, ?, ?, 'SECRET', ?)
                            """)
                    .params(scope.organization().value(), id, id.toString(), enrolment, policy)
                    .update();
            jdbc.sql("insert into santa.device_sync (organization_id, device_id) values (?, ?)")
                    .params(scope.organization().value(), id)
                    .update();
            setTags(scope, id, tags);
            return id;
        });
        return id;
    }

    /** Gives a device exactly these tags. */
    public void setTags(OrganizationScope scope, UUID device, List<UUID> tags) {
        write(scope, () -> {
            jdbc.sql("delete from santa.device_tag where organization_id = ? and device_id = ?")
                    .params(scope.organization().value(), device)
                    .update();
            tags.forEach(tag -> jdbc.sql("insert into santa.device_tag values (?, ?, ?)")
                    .params(scope.organization().value(), device, tag)
                    .update());
            return device;
        });
    }

    /** Makes or replaces the rule of a scope for a key. */
    public void rule(
            OrganizationScope scope, ScopeKind kind, UUID scopeId, RuleKey key, Policy policy, String message) {
        rule(scope, kind, scopeId, key, policy, message, "");
    }

    /** As {@link #rule}, with an expression. */
    public void rule(
            OrganizationScope scope,
            ScopeKind kind,
            UUID scopeId,
            RuleKey key,
            Policy policy,
            String message,
            String expression) {
        write(
                scope,
                () -> jdbc.sql("""
                        insert into santa.rule (organization_id, id, scope_kind, scope_id, rule_type, identifier, policy,
                            custom_message, cel_expression, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}')
                        on conflict (organization_id, scope_kind, scope_id, rule_type, identifier)
                        do update set policy = excluded.policy, custom_message = excluded.custom_message,
                            cel_expression = excluded.cel_expression, expires_at = null
                        """)
                        .params(
                                scope.organization().value(),
                                Ids.next(),
                                kind.name(),
                                scopeId,
                                key.type().number(),
                                key.identifier(),
                                policy.number(),
                                message,
                                expression)
                        .update());
    }

    /** Deletes the rule of a scope for a key, if there is one. */
    public void deleteRule(OrganizationScope scope, ScopeKind kind, UUID scopeId, RuleKey key) {
        write(
                scope,
                () -> jdbc.sql("""
                        delete from santa.rule where organization_id = ? and scope_kind = ? and scope_id = ?
                            and rule_type = ? and identifier = ?
                        """)
                        .params(
                                scope.organization().value(),
                                kind.name(),
                                scopeId,
                                key.type().number(),
                                key.identifier())
                        .update());
    }

    /** Runs in a write transaction. */
    public <T> T write(OrganizationScope scope, Supplier<T> work) {
        return transactions.write(scope, work);
    }

    /** Statements within {@link #write}. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
