package io.gatehouse.testing;

import io.gatehouse.identity.Role;
import io.gatehouse.testkit.tlog.LogReader;
import io.gatehouse.testkit.tlog.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;

/** The log of a test's organization as an auditor reads it, with the means of an outsider. */
public final class TestLog {

    /** What the server under test takes for its public address. */
    private static final String HOST = "localhost:0";

    private static final String LEDGER = "/api/organizations/{o}/ledger";

    private final Api auditor;
    private final String origin;

    /** The log of that organization. */
    public TestLog(TestOrganization organization) {
        this.auditor = organization.as(Role.AUDITOR);
        this.origin = HOST + "/ledger/" + organization.id();
    }

    /** Waits until every entry of the organization is in its tree. */
    public TestLog sequenced() {
        Awaitility.await()
                .until(() -> auditor.get(LEDGER + "/entries?limit=200")
                        .json()
                        .at("/items")
                        .valueStream()
                        .allMatch(entry -> entry.at("/index").isNumber()));
        return this;
    }

    /** A reader that trusts the keys published now. */
    public LogReader reader() {
        return new LogReader(origin, keys(), path -> auditor.download(LEDGER + "/log/" + path));
    }

    /** The verifier keys published now. */
    public List<String> keys() {
        return text("/log/keys").lines().toList();
    }

    /** All entries, checked against the current checkpoint down to each tile. */
    public List<String> entries() {
        LogReader reader = reader();
        Tree tree = reader.checkpoint();
        return reader.entries(tree).stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .toList();
    }

    /** What is served at a path below the organization's ledger. */
    public String text(String path) {
        return new String(auditor.download(LEDGER + path), StandardCharsets.UTF_8);
    }

    /** The refusal, or whatever else is answered there. */
    public Api.Answer probe(String path) {
        return auditor.probe("GET", LEDGER + path, null);
    }
}
