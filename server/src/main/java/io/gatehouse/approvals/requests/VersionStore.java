package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.FormerVersion;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.engine.Content;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code approvals.former_version}: insert and select only. */
@Component
final class VersionStore {

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OrganizationScope scope, KeptRequest replaced, Instant at) {
        Content content = replaced.request().content();
        jdbc.sql("""
                        insert into approvals.former_version (organization_id, request_id, version, content_hash, title,
                            subject, justification, editor_id, replaced_at)
                        values (:organization, :request, :version, :hash, :title, cast(:subject as jsonb),
                            :justification, :editor, :at)
                        """)
                .param("organization", scope.organization().value())
                .param("request", replaced.id().value())
                .param("version", content.version())
                .param("hash", content.hash().hex())
                .param("title", replaced.asked().title())
                .param("subject", Documents.write(replaced.asked().subject()))
                .param("justification", replaced.asked().justification().text())
                .param("editor", content.editor().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<FormerVersion> of(OrganizationScope scope, RequestId request) {
        return jdbc.sql("""
                        select version, content_hash, title, justification, replaced_at from approvals.former_version
                        where organization_id = :organization and request_id = :request
                        order by version
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.value())
                .query((row, _) -> new FormerVersion(
                        row.getInt("version"),
                        new ContentHash(row.getString("content_hash")),
                        row.getString("title"),
                        row.getString("justification"),
                        Rows.instant(row, "replaced_at")))
                .list();
    }
}
