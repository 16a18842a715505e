package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.Fields;
import java.util.Set;

/**
 * The first line. Who exported, when, and the organization's name stand there too: nothing proves them, so they are not
 * kept.
 *
 * @param origin which log
 * @param organization id of whose log it is; the origin ends with it, and the origin is signed
 * @param withheld whether the values that entries commit to were left out
 * @param size of the tree that the checkpoint is of
 * @param whole whether each entry has a line
 */
public record Header(String origin, String organization, boolean withheld, long size, boolean whole) {

    private static final String FORMAT = "gatehouse-ledger";
    private static final Set<String> NAMES = Set.of(
            "format", "version", "origin", "organization", "exportedAt", "exportedBy", "filter", "values", "size");

    /** Whether a line begins an export at all. */
    static boolean isHeader(Fields line) throws MalformedException {
        return line.has("format") && line.text("format").equals(FORMAT);
    }

    static Header read(Fields line) throws MalformedException {
        line.exactly(NAMES, Set.of());
        if (line.number("version") != 1) {
            throw new MalformedException("version " + line.number("version") + " needs a newer verifier");
        }
        Fields organization = line.object("organization").exactly(Set.of("id", "name"), Set.of());
        String id = organization.text("id");
        String origin = line.text("origin");
        if (!origin.endsWith("/ledger/" + id)) {
            throw new MalformedException("the log " + origin + " is not the one of organization " + id);
        }
        return new Header(
                origin, id, withheld(line.text("values")), line.number("size"), line.optionalObject("filter") == null);
    }

    private static boolean withheld(String values) throws MalformedException {
        return switch (values) {
            case "included" -> false;
            case "withheld" -> true;
            default -> throw new MalformedException("\"values\" must be included or withheld");
        };
    }
}
