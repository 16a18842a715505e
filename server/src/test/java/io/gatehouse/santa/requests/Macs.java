package io.gatehouse.santa.requests;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import io.gatehouse.santa.software.SignedFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Macs with owners, files that they have shown, and blocks on them, as sync would have stored them. */
@Component
public final class Macs {

    private static final int LOCKDOWN_BLOCK = Decision.BLOCK_UNKNOWN.number();

    private final Transactions transactions;
    private final PolicyPublisher publisher;
    private final SantaFixture fixture;
    private final JdbcClient jdbc;

    Macs(Transactions transactions, PolicyPublisher publisher, SantaFixture fixture, JdbcClient jdbc) {
        this.transactions = transactions;
        this.publisher = publisher;
        this.fixture = fixture;
        this.jdbc = jdbc;
    }

    /** A Mac with a fresh machine id, its id as text. */
    public UUID device(OrganizationScope scope, String hostname, @Nullable PersonRef owner) {
        return transactions.write(scope, () -> {
            UUID enrolment = fixture.enrolment(scope, null, List.of());
            UUID device = fixture.device(scope, enrolment, publisher.policyFor(scope, List.of()), List.of());
            jdbc.sql("update santa.device set hostname = ?, serial_number = ?, owner_id = ? where id = ?")
                    .params(
                            hostname,
                            "C02" + hostname,
                            owner == null ? null : owner.id().value(),
                            device)
                    .update();
            return device;
        });
    }

    /** Lets only what rules allow run on the organization's Macs. */
    public void lockDown(OrganizationScope scope) {
        transactions.write(
                scope,
                () -> jdbc.sql("""
                        insert into santa.configuration (organization_id, scope_kind, scope_id, settings, updated_by)
                        values (:organization, 'ORGANIZATION', :organization, '{"clientMode": "LOCKDOWN"}', '{}')
                        """)
                        .param("organization", scope.organization().value())
                        .update());
    }

    /** A file that Macs have told of. */
    public void file(OrganizationScope scope, SignedFile file) {
        transactions.write(
                scope,
                () -> jdbc.sql("""
                        insert into santa.software (organization_id, sha256, facts, file_name, signing_id, team_id, cdhash,
                            certificate_sha256, signer, signer_organization, signing_status, signing_chain, entitlements,
                            entitlements_filtered, cs_flags, bundle_id, bundle_name, bundle_path, bundle_version,
                            bundle_version_string, first_seen_at)
                        values (?, ?, 0, ?, ?, ?, ?, ?, ?, '', ?,
                            jsonb_build_array(jsonb_build_object('sha256', cast(? as text), 'commonName', cast(? as text))),
                            '[]', false, ?, '', '', '', '', '', now())
                        """)
                        .params(
                                scope.organization().value(),
                                file.sha256(),
                                file.fileName(),
                                file.signingId(),
                                file.teamId(),
                                file.cdhash(),
                                file.certificateSha256(),
                                file.signer(),
                                file.status(),
                                file.certificateSha256(),
                                file.signer(),
                                file.flags())
                        .update());
    }

    /** A block of a known file. */
    public UUID block(OrganizationScope scope, UUID device, SignedFile file, Instant at) {
        UUID id = eventId(at);
        transactions.write(scope, () -> {
            jdbc.sql("""
                            insert into santa.event (organization_id, occurred_at, received_at, software_id, id, device_id,
                                pid, ppid, decision, static_rule, file_path, executing_user, parent_name)
                            select ?, ?, ?, s.id, ?, ?, 7, 1, ?, false, '/Applications', 'eve', 'zsh'
                            from santa.software s where s.sha256 = ?
                            """)
                    .params(
                            scope.organization().value(),
                            at.atOffset(ZoneOffset.UTC),
                            at.atOffset(ZoneOffset.UTC),
                            id,
                            device,
                            LOCKDOWN_BLOCK,
                            file.sha256())
                    .update();
            jdbc.sql("""
                            insert into santa.software_device (organization_id, software_id, device_id, first_seen_at)
                            select ?, s.id, ?, now() from santa.software s where s.sha256 = ? on conflict do nothing
                            """)
                    .params(scope.organization().value(), device, file.sha256())
                    .update();
            return id;
        });
        return id;
    }

    /** An event's id begins with the millisecond in which it occurred. */
    private static UUID eventId(Instant at) {
        UUID random = UUID.randomUUID();
        long version = 7L << 12;
        long high = at.toEpochMilli() << 16 | version | random.getMostSignificantBits() & 0xFFF;
        return new UUID(high, random.getLeastSignificantBits());
    }

    /** What a Mac says of its user, and whether the organization believes it. */
    public void primaryUser(OrganizationScope scope, UUID device, String email, String confirmation) {
        transactions.write(scope, () -> {
            jdbc.sql("update kernel.organization set ownership_confirmation = ? where id = ?")
                    .params(confirmation, scope.organization().value())
                    .update();
            jdbc.sql("update santa.device set primary_user = ? where id = ?")
                    .params(email, device)
                    .update();
        });
    }

    /** How many requests wait for a device, as its sync sees it. */
    public int pending(OrganizationScope scope, UUID device) {
        return transactions.read(
                scope,
                () -> jdbc.sql("select pending_requests from santa.device where id = ?")
                        .param(device)
                        .query(Integer.class)
                        .single());
    }

    /** What a Mac will be told when a rule of the organization arrives; empty when there is none. */
    public List<String> notificationNames(OrganizationScope scope, String identifier) {
        return transactions.read(
                scope, () -> jdbc.sql("""
                        select notification_app_name from santa.policy_entry
                        where identifier = ? and not removed order by 1
                        """).param(identifier).query(String.class).list());
    }

    /** A fresh production-signed file. */
    public static SignedFile signed(String name) {
        String hex = UUID.randomUUID().toString().replace("-", "");
        return new SignedFile(
                hex + hex,
                name,
                hex + hex.substring(0, 8),
                "ABCDEFGHIJ:com.example." + hex,
                "ABCDEFGHIJ",
                "ef".repeat(32),
                "Example Limited",
                "PRODUCTION",
                0x10000L,
                false);
    }
}
