package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.saml.LogoutWish;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.saml_logout}. */
@Repository
final class LogoutStore {

    private final JdbcClient jdbc;

    LogoutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the wish came for the first time. */
    boolean insert(IdentityProvider provider, LogoutWish wish) {
        return jdbc.sql("""
                        insert into identity.saml_logout (organization_id, provider_id, message_hash, good_until)
                        values (:organization, :provider, sha256(convert_to(:id, 'UTF8')), :until)
                        on conflict do nothing
                        """)
                        .param("organization", provider.organization().value())
                        .param("provider", provider.id())
                        .param("id", wish.id())
                        .param("until", wish.goodUntil().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What would be refused as too late anyway needs not be known. */
    void forgetBefore(Instant time) {
        jdbc.sql("delete from identity.saml_logout where good_until < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
