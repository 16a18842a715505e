package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Entries of a log in their order, what is said before them, and the checkpoint over them. */
public interface Export {

    /** What is said before the entries. */
    Header header();

    /** Number of the line that was read last; 0 if there are none. */
    long line();

    /** The next entry; null after the last. */
    @Nullable
    EntryLine next() throws IOException, MalformedException;

    /** What is said after the entries, when all were read. */
    Trailer trailer();
}
