package io.gatehouse.santa.risk;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.software.SignedFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What Macs have shown of a file, and which requests were for software of the same signer. */
@Component
final class KnowledgeStore {

    private static final int MOST_MACS = 10_000;
    private static final int MOST_EARLIER = 20;

    private final JdbcClient jdbc;

    KnowledgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where and when a file was seen.
     *
     * @param first null when no Mac has shown it
     * @param tags of the Mac that it is asked for
     */
    record Seen(@Nullable Instant first, long macs, boolean disputed, List<String> tags) {}

    Seen seen(OrganizationScope scope, String sha256, @Nullable String device) {
        return jdbc.sql("""
                        select s.first_seen_at, coalesce(s.signers_differ, false) as disputed,
                            (select count(*) from (select from santa.software_device d
                                where d.organization_id = s.organization_id and d.software_id = s.id limit :most) m) as macs,
                            array(select t.name from santa.device_tag d
                                join santa.tag t on t.organization_id = d.organization_id and t.id = d.tag_id
                                where d.organization_id = :organization and d.device_id = :device order by t.name) as tags
                        from (values (1)) one
                        left join santa.software s on s.organization_id = :organization and s.sha256 = :sha256
                        """)
                .param("organization", scope.organization().value())
                .param("sha256", sha256)
                .param("device", device == null ? new UUID(0, 0) : UUID.fromString(device))
                .param("most", MOST_MACS)
                .query((row, _) -> new Seen(
                        Rows.instantOrNull(row, "first_seen_at"),
                        row.getLong("macs"),
                        row.getBoolean("disputed"),
                        List.of((String[]) row.getArray("tags").getArray())))
                .single();
    }

    /** The latest requests for software of the same team, or of the same certificate where no team signed it. */
    List<RequestId> ofSigner(OrganizationScope scope, SignedFile file) {
        String signer = file.teamId().isEmpty() ? file.certificateSha256() : file.teamId();
        if (signer.isEmpty()) {
            return List.of();
        }
        return Sql.of("""
                        select r.request_id from santa.software_request r
                        join santa.software s on s.organization_id = r.organization_id and s.sha256 = r.sha256
                        where r.organization_id = :organization and
                        """)
                .append(file.teamId().isEmpty() ? "s.certificate_sha256 = :signer" : "s.team_id = :signer")
                .append("order by r.request_id desc limit :most")
                .with("organization", scope.organization().value())
                .with("signer", signer)
                .with("most", MOST_EARLIER)
                .on(jdbc)
                .query((row, _) -> new RequestId(row.getObject("request_id", UUID.class)))
                .list();
    }
}
