package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CSV as RFC 4180 has it, row by row; each cell is decoded by itself, so that the row with a wrong byte is known. */
public final class CsvReader {

    private static final int LONGEST_ROW = 64 << 20;
    /** An export's table has fewer columns. */
    private static final int MOST_CELLS = 100;

    private static final int NOTHING = -1;

    private final InputStream input;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private int ahead;
    private int length;

    public CsvReader(InputStream input) throws IOException {
        this.input = new BufferedInputStream(input, 1 << 16);
        this.ahead = this.input.read();
    }

    /** The next row's cells, null after the last. */
    public @Nullable List<String> next() throws IOException, MalformedException {
        if (ahead == NOTHING) {
            return null;
        }
        length = 0;
        List<String> cells = new ArrayList<>();
        while (true) {
            if (cells.size() == MOST_CELLS) {
                throw new MalformedException("a row has more than " + MOST_CELLS + " cells");
            }
            cells.add(ahead == '"' ? quoted() : plain());
            if (ahead != ',') {
                endOfRow();
                return cells;
            }
            take();
        }
    }

    private String plain() throws IOException, MalformedException {
        cell.reset();
        while (ahead != ',' && ahead != '\r' && ahead != '\n' && ahead != NOTHING) {
            if (ahead == '"') {
                throw new MalformedException("a quotation mark stands within a cell");
            }
            cell.write(take());
        }
        return text();
    }

    private String quoted() throws IOException, MalformedException {
        cell.reset();
        take();
        while (true) {
            if (ahead == NOTHING) {
                throw new MalformedException("a quoted cell has no end");
            }
            int character = take();
            if (character != '"') {
                cell.write(character);
            } else if (ahead == '"') {
                cell.write(take());
            } else {
                return text();
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

    private int take() throws IOException, MalformedException {
        if (++length > LONGEST_ROW) {
            throw new MalformedException("a row is longer than " + LONGEST_ROW + " bytes");
        }
        int taken = ahead;
        ahead = input.read();
        return taken;
    }

    private String text() throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(cell.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("it is not UTF-8");
        }
    }
}
