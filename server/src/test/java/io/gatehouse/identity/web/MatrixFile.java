package io.gatehouse.identity.web;

import io.gatehouse.identity.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What people have decided that each role may call: {@code permissions/matrix.csv}. */
final class MatrixFile {

    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();

    /** Who may call an endpoint. */
    enum Access {
        /** Anybody, without a session. */
        PUBLIC,
        /** Anybody with a session. */
        PERSON,
        /** Operators of the installation. */
        OPERATOR,
        /** Members of the organization in the path with one of the roles allowed. */
        MEMBER,
        /** A servlet for devices, which no person's session opens. */
        DEVICE
    }

    /** One row. */
    record Row(String endpoint, Access access, Set<Role> allowed) {}

    private MatrixFile() {}

    static Map<String, Row> read() {
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(MatrixFile.class.getResourceAsStream("/permissions/matrix.csv")),
                        StandardCharsets.UTF_8);
                CSVParser records = CSVParser.parse(reader, FORMAT)) {
            Map<String, Row> rows = new LinkedHashMap<>();
            for (CSVRecord record : records) {
                Row row = row(record);
                if (rows.put(row.endpoint(), row) != null) {
                    throw new IllegalStateException("Two rows for " + row.endpoint());
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(CSVRecord record) {
        return new Row(
                record.get("endpoint"),
                Access.valueOf(record.get("access")),
                Arrays.stream(Role.values())
                        .filter(role -> allows(record, role))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean allows(CSVRecord record, Role role) {
        return switch (record.get(role.name())) {
            case "allow" -> true;
            case "deny", "-" -> false;
            default ->
                throw new IllegalStateException(
                        record.get("endpoint") + ": " + role + " must be allow, deny, or - where roles do not matter");
        };
    }
}
