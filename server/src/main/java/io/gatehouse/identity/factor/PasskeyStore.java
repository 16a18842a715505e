package io.gatehouse.identity.factor;

import io.gatehouse.kernel.Ids;
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
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.passkey}. */
@Repository
final class PasskeyStore {

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SecondFactors.Passkey> list(PersonId person) {
        return jdbc.sql("""
                        select id, name, created_at, last_used_at from identity.passkey
                        where person_id = :person order by created_at, id
                        """)
                .param("person", person.value())
                .query(PasskeyStore::passkey)
                .list();
    }

    List<CredentialRecord> records(PersonId person) {
        return jdbc.sql("""
                        select person_id, credential_id, name, public_key, attestation, signature_count, user_verified,
                               backup_eligible, backup_state, transports, created_at
                        from identity.passkey where person_id = :person order by created_at, id
                        """)
                .param("person", person.value())
                .query(PasskeyStore::record)
                .list();
    }

    Optional<CredentialRecord> record(Bytes credential) {
        return jdbc.sql("""
                        select person_id, credential_id, name, public_key, attestation, signature_count, user_verified,
                               backup_eligible, backup_state, transports, created_at
                        from identity.passkey where credential_id = :credential
                        """)
                .param("credential", credential.getBytes())
                .query(PasskeyStore::record)
                .optional();
    }

    void insert(PersonId person, CredentialRecord record, Instant now) {
        jdbc.sql("""
                        insert into identity.passkey
                            (id, person_id, credential_id, name, public_key, attestation, signature_count,
                             user_verified, backup_eligible, backup_state, transports, created_at)
                        values (:id, :person, :credential, :name, :key, :attestation, :count,
                                :verified, :eligible, :state, :transports, :now)
                        """)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("credential", record.getCredentialId().getBytes())
                .param("name", record.getLabel())
                .param("key", record.getPublicKey().getBytes())
                .param(
                        "attestation",
                        record.getAttestationObject() == null
                                ? new byte[0]
                                : record.getAttestationObject().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param("eligible", record.isBackupEligible())
                .param("state", record.isBackupState())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether its count of signatures went on, or stayed at zero as with devices that do not count. */
    boolean used(Bytes credential, long count, Instant now) {
        return jdbc.sql("""
                        update identity.passkey set signature_count = :count, last_used_at = :now
                        where credential_id = :credential
                          and (signature_count < :count or (signature_count = 0 and :count = 0))
                        """)
                        .param("credential", credential.getBytes())
                        .param("count", count)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether the person has it. */
    boolean rename(PersonId person, UUID id, String name) {
        return jdbc.sql("update identity.passkey set name = :name where person_id = :person and id = :id")
                        .param("name", name)
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether the person had it. */
    boolean delete(PersonId person, UUID id) {
        return jdbc.sql("delete from identity.passkey where person_id = :person and id = :id")
                        .param("person", person.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void deleteAll(PersonId person) {
        jdbc.sql("delete from identity.passkey where person_id = :person")
                .param("person", person.value())
                .update();
    }

    private static SecondFactors.Passkey passkey(ResultSet row, int number) throws SQLException {
        return new SecondFactors.Passkey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "last_used_at"));
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        Instant created = Rows.instant(row, "created_at");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyRecords.handle(new PersonId(row.getObject("person_id", UUID.class))))
                .label(row.getString("name"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .created(created)
                .lastUsed(created)
                .build();
    }
}
