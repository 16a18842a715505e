package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** An export as CSV: a ZIP with the table for people and the lines that prove it. Nothing of it is ever unpacked to a disk. */
public final class ExportZip implements AutoCloseable {

    private static final String LINES = "ledger.jsonl";
    private static final String TABLE = "ledger.csv";

    private final FileChannel file;
    private final ZipMember lines;
    private final ZipMember table;

    public ExportZip(Path path) throws IOException, MalformedException {
        file = FileChannel.open(path);
        try {
            List<ZipMember> members = ZipLayout.read(file);
            lines = find(LINES, members);
            table = find(TABLE, members);
        } catch (IOException | MalformedException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static ZipMember find(String name, List<ZipMember> members) throws MalformedException {
        for (ZipMember member : members) {
            if (members.size() == 2 && member.name().equals(name)) {
                return member;
            }
        }
        throw new MalformedException("the ZIP must have " + LINES + " and " + TABLE + " and nothing else");
    }

    /** The lines that prove. */
    public InputStream lines() {
        return new ZipContent(file, lines);
    }

    /** The table. */
    public InputStream table() {
        return new ZipContent(file, table);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
