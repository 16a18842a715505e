package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CSV as RFC 4180 has it, row by row. */
public final class CsvReader {

    private static final int LONGEST_ROW = 64 << 20;
    private static final int NOTHING = -1;

    private final Reader reader;
    private final StringBuilder cell = new StringBuilder();
    private int ahead;
    private int length;

    public CsvReader(InputStream input) throws IOException, MalformedException {
        // The decoder refuses what is not UTF-8.
        this.reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        this.ahead = read();
    }

    /** The next row's cells, null after the last. */
    public @Nullable List<String> next() throws IOException, MalformedException {
        if (ahead == NOTHING) {
            return null;
        }
        length = 0;
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(ahead == '"' ? quoted() : plain());
            if (ahead != ',') {
                endOfRow();
                return cells;
            }
            take();
        }
    }

    private String plain() throws IOException, MalformedException {
        cell.setLength(0);
        while (ahead != ',' && ahead != '\r' && ahead != '\n' && ahead != NOTHING) {
            if (ahead == '"') {
                throw new MalformedException("a quotation mark stands within a cell");
            }
            cell.append(take());
        }
        return cell.toString();
    }

    private String quoted() throws IOException, MalformedException {
        cell.setLength(0);
        take();
        while (true) {
            if (ahead == NOTHING) {
                throw new MalformedException("a quoted cell has no end");
            }
            char character = take();
            if (character != '"') {
                cell.append(character);
            } else if (ahead == '"') {
                cell.append(take());
            } else {
                return cell.toString();
            }
        }
    }

    private void endOfRow() throws IOException, MalformedException {
        if (ahead == '\r') {
            take();
        }
        if (ahead != '\n') {
            throw new MalformedException("a row has no end");
        }
        take();
    }

    private char take() throws IOException, MalformedException {
        if (++length > LONGEST_ROW) {
            throw new MalformedException("a row is longer than " + LONGEST_ROW + " characters");
        }
        char taken = (char) ahead;
        ahead = read();
        return taken;
    }

    private int read() throws IOException, MalformedException {
        try {
            return reader.read();
        } catch (CharacterCodingException e) {
            throw new MalformedException("it is not UTF-8");
        }
    }
}
