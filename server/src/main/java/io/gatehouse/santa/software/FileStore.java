package io.gatehouse.santa.software;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How files can be named by rules, and how many others share a name. */
@Component
final class FileStore {

    /** Beyond this nobody needs the exact number. */
    static final int MOST_COUNTED = 10_000;

    private static final int EXAMPLES = 5;

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, SignedFile> findAll(OrganizationScope scope, Collection<String> hashes) {
        Map<String, SignedFile> files = new HashMap<>();
        jdbc.sql("""
                        select sha256, file_name, cdhash, signing_id, team_id, certificate_sha256,
                            coalesce(nullif(signer_organization, ''), signer) as publisher, signing_status, cs_flags,
                            signers_differ
                        from santa.software where organization_id = :organization and sha256 = any(:hashes)
                        """)
                .param("organization", scope.organization().value())
                .param("hashes", hashes.toArray(String[]::new))
                .query(row -> {
                    SignedFile file = file(row);
                    files.put(file.sha256(), file);
                });
        return files;
    }

    SignedFiles.Others others(OrganizationScope scope, RuleKey key, String sha256) {
        Sql others = Sql.of("with others as (select id, file_name from santa.software"
                        + " where organization_id = :organization and sha256 <> :sha256")
                .append(matching(key.type()))
                .append("order by id desc limit :most)")
                .with("organization", scope.organization().value())
                .with("sha256", sha256)
                .with("identifier", key.identifier())
                .with("most", MOST_COUNTED);
        return others.append("""
                        select (select count(*) from others) as software,
                            (select count(distinct d.device_id) from santa.software_device d
                             join others o on o.id = d.software_id
                             where d.organization_id = :organization) as devices,
                            array(select distinct file_name from (select file_name from others limit 200) f
                                  where file_name <> '' order by file_name limit :examples) as examples
                        """)
                .with("examples", EXAMPLES)
                .on(jdbc)
                .query((row, _) ->
                        new SignedFiles.Others(row.getLong("software"), row.getLong("devices"), List.of((String[])
                                row.getArray("examples").getArray())))
                .single();
    }

    private static Sql matching(RuleType type) {
        return Sql.of(
                switch (type) {
                    case CDHASH -> "and cdhash = :identifier";
                    case BINARY -> "and sha256 = :identifier";
                    case SIGNINGID -> "and signing_id = :identifier";
                    case CERTIFICATE -> "and certificate_sha256 = :identifier";
                    case TEAMID -> "and team_id = :identifier";
                });
    }

    private static SignedFile file(ResultSet row) throws SQLException {
        return new SignedFile(
                row.getString("sha256"),
                row.getString("file_name"),
                row.getString("cdhash"),
                row.getString("signing_id"),
                row.getString("team_id"),
                row.getString("certificate_sha256"),
                row.getString("publisher"),
                row.getString("signing_status"),
                row.getLong("cs_flags"),
                row.getBoolean("signers_differ"));
    }
}
