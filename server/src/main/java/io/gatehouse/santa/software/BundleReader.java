package io.gatehouse.santa.software;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads bundles: the members that prove the bundle, else those of the device that told most. */
@Component
final class BundleReader {

    private final Transactions transactions;
    private final JdbcClient jdbc;

    BundleReader(Transactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** How many members a device told. */
    private record Told(UUID device, long size) {}

    BundleView details(OrganizationScope scope, String hash) {
        String lower = hash.toLowerCase(Locale.ROOT);
        return transactions.read(scope, () -> {
            Optional<Told> longest = longest(scope, lower);
            List<BundleView.Member> members =
                    longest.map(list -> members(scope, lower, list.device())).orElse(List.of());
            long received = longest.map(Told::size).orElse(0L);
            return jdbc.sql("select * from santa.bundle where organization_id = ? and bundle_hash = ?")
                    .params(scope.organization().value(), lower)
                    .query((row, _) -> view(row, received, members))
                    .optional()
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("No bundle with this hash was ever told of"));
        });
    }

    private Optional<Told> longest(OrganizationScope scope, String hash) {
        return jdbc.sql("""
                        select device_id, count(*) from santa.bundle_member
                        where organization_id = ? and bundle_hash = ?
                        group by device_id order by count(*) desc, device_id limit 1
                        """)
                .params(scope.organization().value(), hash)
                .query((row, _) -> new Told(row.getObject(1, UUID.class), row.getLong(2)))
                .optional();
    }

    private List<BundleView.Member> members(OrganizationScope scope, String hash, UUID device) {
        return jdbc.sql("""
                        select sha256, file_name, file_path, signing_id from santa.bundle_member
                        where organization_id = ? and bundle_hash = ? and device_id = ?
                        order by file_path, file_name, sha256 limit 1000
                        """)
                .params(scope.organization().value(), hash, device)
                .query((row, _) -> new BundleView.Member(
                        row.getString(1), row.getString(2), row.getString(3), SoftwareStore.orNull(row.getString(4))))
                .list();
    }

    private static BundleView view(ResultSet row, long received, List<BundleView.Member> members) throws SQLException {
        long count = row.getLong("binary_count");
        boolean proven = row.getString("state").equals("COMPLETE");
        return new BundleView(
                row.getString("bundle_hash"),
                SoftwareStore.orNull(row.getString("bundle_id")),
                SoftwareStore.orNull(row.getString("name")),
                SoftwareStore.orNull(row.getString("version")),
                SoftwareStore.orNull(row.getString("version_string")),
                SoftwareStore.orNull(row.getString("path")),
                SoftwareStore.orNull(row.getString("executable_path")),
                count,
                row.getLong("hash_millis"),
                received,
                proven || (count > 0 && received >= count),
                proven,
                members);
    }
}
