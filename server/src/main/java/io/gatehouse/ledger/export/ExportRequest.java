package io.gatehouse.ledger.export;

import io.gatehouse.kernel.ProblemException;
import io.gatehouse.ledger.book.EntryFilter;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken out of the book.
 *
 * @param withheld whether personal and secret values are left out
 * @param since size of a checkpoint that the reader kept; null when they have none
 */
record ExportRequest(
        Format format, boolean withheld, @Nullable Long since, EntryFilter filter) {

    /** The forms of an export. */
    enum Format {
        CSV("ledger.zip", "application/zip"),
        JSONL("ledger.jsonl", "application/jsonl");

        private final String file;
        private final String mediaType;

        Format(String file, String mediaType) {
            this.file = file;
            this.mediaType = mediaType;
        }

        String file() {
            return file;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** Reads the parameters as they are written in an address. */
    static ExportRequest of(String format, String values, @Nullable Long since, EntryFilter filter) {
        return new ExportRequest(format(format), withheld(values), since, filter);
    }

    /** Whether the filter leaves something out. */
    boolean isPartial() {
        return !filter.wantsAll();
    }

    private static Format format(String text) {
        return switch (text) {
            case "csv" -> Format.CSV;
            case "jsonl" -> Format.JSONL;
            default -> throw ProblemException.invalid("format", "must be csv or jsonl");
        };
    }

    private static boolean withheld(String text) {
        return switch (text) {
            case "included" -> false;
            case "withheld" -> true;
            default -> throw ProblemException.invalid("values", "must be included or withheld");
        };
    }
}
