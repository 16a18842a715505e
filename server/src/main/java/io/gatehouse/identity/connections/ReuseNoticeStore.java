package io.gatehouse.identity.connections;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.reuse_notice}. */
@Repository
final class ReuseNoticeStore {

    private final JdbcClient jdbc;

    ReuseNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OrganizationId organization, ReuseNotice notice, Instant now) {
        jdbc.sql("""
                        insert into identity.reuse_notice
                            (organization_id, id, connection_id, owner_id, person_id, program, ended_at)
                        values (:organization, :id, :connection, :owner, :person, :program, :now)
                        """)
                .param("organization", organization.value())
                .param("id", notice.id())
                .param("connection", notice.connection())
                .param("owner", notice.owner().value())
                .param("person", notice.person().value())
                .param("program", notice.program())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ReuseNotice> find(OrganizationId organization, UUID id) {
        return jdbc.sql("""
                        select connection_id, owner_id, person_id, program from identity.reuse_notice
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization.value())
                .param("id", id)
                .query((row, _) -> new ReuseNotice(
                        id,
                        row.getObject("connection_id", UUID.class),
                        new PersonId(row.getObject("owner_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("program")))
                .optional();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from identity.reuse_notice where ended_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
