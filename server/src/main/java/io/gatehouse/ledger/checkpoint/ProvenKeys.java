package io.gatehouse.ledger.checkpoint;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The versions of the keys whose private halves this installation has: only those sign, are published and are trusted. */
public final class ProvenKeys {

    private final SortedMap<Integer, LogKey> versions;

    ProvenKeys(SortedMap<Integer, LogKey> versions) {
        this.versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** The version that new logs begin with; 0 when there is none. */
    public int latest() {
        return versions.isEmpty() ? 0 : versions.lastKey();
    }

    /** The versions, oldest first. */
    public Collection<Integer> versions() {
        return versions.keySet();
    }

    /**
     * To sign with.
     *
     * @throws IllegalStateException when the version is not proven
     */
    public LogKey get(int version) {
        LogKey key = versions.get(version);
        if (key == null) {
            throw new IllegalStateException("Version " + version + " of the ledger's signing keys is not proven");
        }
        return key;
    }

    /** Checks signatures of a log that was first signed by that version. */
    public NoteVerifier verifier(String origin, int first) {
        return new NoteVerifier(of(origin, first));
    }

    /** Verifier keys of a log that was first signed by that version, oldest first. */
    List<VerifierKey> of(String origin, int first) {
        return versions.tailMap(first).values().stream()
                .flatMap(key -> key.verifierKeys(origin).stream())
                .toList();
    }
}
