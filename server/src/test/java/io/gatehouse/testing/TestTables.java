package io.gatehouse.testing;

import io.gatehouse.kernel.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks through every table, as somebody who got hold of the database would. */
public final class TestTables {

    private TestTables() {}

    /** Tables of which a row, written as text, has these words, whether as they are or in bytes. */
    public static List<String> with(OrganizationId organization, String words) {
        var database = TestDatabase.database();
        var source = new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
        JdbcClient owner = JdbcClient.create(source);
        String bytes = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
        return new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> {
            owner.sql("select set_config('app.installation', 'on', true), set_config('app.organization', ?, true)")
                    .param(organization.toString())
                    .query((_, _) -> true)
                    .single();
            List<String> found = new ArrayList<>();
            for (String table : owner.sql("""
                            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                            where schemaname not in ('pg_catalog', 'information_schema')
                            """).query(String.class).list()) {
                boolean there = owner.sql("select exists (select from " + table
                                + " t where t::text like '%' || ? || '%' or t::text like '%' || ? || '%')")
                        .params(words, bytes)
                        .query(Boolean.class)
                        .single();
                if (there) {
                    found.add(table);
                }
            }
            return found;
        });
    }
}
