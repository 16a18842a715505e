package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.IdentityProvider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.saml_key}. */
@Repository
final class OwnKeyStore {

    private final JdbcClient jdbc;

    OwnKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which part a key plays. */
    enum State {
        CURRENT,
        NEXT,
        FORMER
    }

    /** A key as it is kept. */
    record Row(State state, byte[] sealedPrivateKey, byte[] certificate) {}

    /** The current one first. */
    List<Row> list(IdentityProvider provider) {
        return jdbc.sql("""
                        select state, private_key, certificate from identity.saml_key
                        where organization_id = :organization and provider_id = :provider
                        order by array_position(array['CURRENT', 'NEXT', 'FORMER'], state)
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .query(OwnKeyStore::row)
                .list();
    }

    /** Nothing happens when there is one in that state already. */
    void insert(IdentityProvider provider, Row row, Instant now) {
        jdbc.sql("""
                        insert into identity.saml_key
                            (organization_id, provider_id, state, private_key, certificate, created_at)
                        values (:organization, :provider, :state, :key, :certificate, :now)
                        on conflict do nothing
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("state", row.state().name())
                .param("key", row.sealedPrivateKey())
                .param("certificate", row.certificate())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(IdentityProvider provider, State state) {
        jdbc.sql("""
                        delete from identity.saml_key
                        where organization_id = :organization and provider_id = :provider and state = :state
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("state", state.name())
                .update();
    }

    /** Gives the key of one state the part of another. */
    boolean move(IdentityProvider provider, State from, State to) {
        return jdbc.sql("""
                        update identity.saml_key set state = :to
                        where organization_id = :organization and provider_id = :provider and state = :from
                        """)
                        .param("organization", provider.organization().value())
                        .param("provider", provider.id())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(State.valueOf(row.getString("state")), row.getBytes("private_key"), row.getBytes("certificate"));
    }
}
