package io.gatehouse.kernel;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes lists of any length as CSV or JSON, page by page, so that memory stays bounded. CSV is UTF-8 with a header;
 * cells that a spreadsheet would take for a formula are prefixed with {@code '}.
 */
@Component
public final class Export {

    /** What a list can be exported as. */
    public enum Format {
        CSV,
        JSON;

        /**
         * Reads the parameter {@code format}.
         *
         * @throws ProblemException when it is neither {@code csv} nor {@code json}
         */
        public static Format of(String text) {
            return switch (text) {
                case "csv" -> CSV;
                case "json" -> JSON;
                default -> throw CommonProblem.INVALID.because("format must be csv or json");
            };
        }
    }

    /** One column of the CSV form. */
    public record Column<T>(String title, Function<T, @Nullable Object> value) {}

    /** Gives the page after a cursor; the first one for null. */
    public interface Pages<T> {
        /** The page after the cursor. */
        Page<T> after(@Nullable String cursor);
    }

    private final JsonMapper json;

    Export(JsonMapper json) {
        this.json = json;
    }

    /**
     * Answers with the whole list as a download.
     *
     * @param name of the file, without ending
     */
    public <T> void send(
            HttpServletResponse response, Format format, String name, List<Column<T>> columns, Pages<T> pages)
            throws IOException {
        // Read first: a failure must still be able to answer as a problem.
        Page<T> first = pages.after(null);
        String ending = format == Format.CSV ? "csv" : "json";
        response.setContentType(format == Format.CSV ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"");
        try (Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            if (format == Format.CSV) {
                writeCsv(writer, columns, first, pages);
            } else {
                writeJson(writer, first, pages);
            }
        }
    }

    /** A cell that no spreadsheet takes for a formula. */
    public static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static <T> void writeCsv(Writer writer, List<Column<T>> columns, Page<T> first, Pages<T> pages)
            throws IOException {
        try (CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            printer.printRecord(columns.stream().map(Column::title).toList());
            Page<T> page = first;
            while (true) {
                for (T item : page.items()) {
                    printer.printRecord(columns.stream()
                            .map(column -> cell(column.value().apply(item)))
                            .toList());
                }
                if (page.next() == null) {
                    return;
                }
                page = pages.after(page.next());
            }
        }
    }

    private <T> void writeJson(Writer writer, Page<T> first, Pages<T> pages) {
        try (JsonGenerator generator = json.createGenerator(writer)) {
            generator.writeStartArray();
            Page<T> page = first;
            while (true) {
                for (T item : page.items()) {
                    json.writeValue(generator, item);
                }
                if (page.next() == null) {
                    break;
                }
                page = pages.after(page.next());
            }
            generator.writeEndArray();
        }
    }
}
