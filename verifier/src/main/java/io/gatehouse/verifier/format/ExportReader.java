package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.Fields;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads an export from its first line to its last. */
public final class ExportReader implements Export {

    private final LineReader lines;
    private final Header header;
    private @Nullable Trailer trailer;

    /**
     * Reads the header.
     *
     * @throws MalformedException if it is no export that can be read
     */
    public ExportReader(InputStream input) throws IOException, MalformedException {
        this.lines = new LineReader(input);
        try {
            this.header = header(lines.next());
        } catch (MalformedException e) {
            throw new MalformedException("line 1: " + e.what());
        }
    }

    private static Header header(@Nullable Line line) throws MalformedException {
        if (line == null) {
            throw new MalformedException("the file is empty");
        }
        Fields fields = line.object();
        if (!Header.isHeader(fields)) {
            throw new MalformedException("the file is no export of the book");
        }
        return Header.read(fields);
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public @Nullable EntryLine next() throws IOException, MalformedException {
        Line line = lines.next();
        if (line == null) {
            throw new MalformedException("the last line, with the checkpoint, is missing: the file was cut off");
        }
        Fields fields = line.object();
        if (!Trailer.isTrailer(fields)) {
            return EntryLine.read(line.bytes(), fields, !header.whole());
        }
        trailer = Trailer.read(line.bytes(), fields);
        long last = lines.number();
        if (lines.next() != null) {
            throw new MalformedException("line " + last + " should have been the last");
        }
        return null;
    }

    @Override
    public Trailer trailer() {
        if (trailer == null) {
            throw new IllegalStateException("there are more lines to read");
        }
        return trailer;
    }
}
