package io.gatehouse.testing;

import io.gatehouse.kernel.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks into the tables, as somebody who got hold of the database would. */
public final class TestTables {

    private TestTables() {}

    /** Tables of which a row, written as text, has these words, whether as they are or in bytes. */
    public static List<String> with(OrganizationId organization, String words) {
        return inInstallation(owner -> {
            owner.sql("select set_config('app.organization', ?, true)")
                    .param(organization.toString())
                    .query((_, _) -> true)
                    .single();
            return owner.sql("""
                            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                            where schemaname not in ('pg_catalog', 'information_schema')
                            """).query(String.class).list().stream()
                    .filter(table -> has(owner, table, words))
                    .toList();
        });
    }

    /** What the owner of the database reads with the whole installation in sight. */
    static <T> T inInstallation(Function<JdbcClient, T> question) {
        var database = TestDatabase.database();
        var source = new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
        JdbcClient owner = JdbcClient.create(source);
        return Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> {
            owner.sql("select set_config('app.installation', 'on', true)")
                    .query((_, _) -> true)
                    .single();
            return question.apply(owner);
        }));
    }

    private static boolean has(JdbcClient owner, String table, String words) {
        String bytes = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
        return owner.sql("select exists (select from " + table
                        + " t where t::text like '%' || ? || '%' or t::text like '%' || ? || '%')")
                .params(words, bytes)
                .query(Boolean.class)
                .single();
    }
}
