package io.gatehouse.verifier.witness;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.VerifierKey;
import io.gatehouse.verifier.proof.AddCheckpoint;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cosigns checkpoints of the logs that it knows, as long as each continues the one before. */
final class Witness {

    private final WitnessKey key;
    private final Map<String, List<VerifierKey>> logs;
    private final Map<String, Lock> locks;
    private final StateFolder state;
    private final InstantSource clock;

    /** @param logs keys of the logs that it knows; a key's name is its log's origin */
    Witness(WitnessKey key, List<VerifierKey> logs, StateFolder state, InstantSource clock) {
        this.key = key;
        this.logs = logs.stream().collect(Collectors.groupingBy(VerifierKey::name));
        this.locks =
                this.logs.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> new ReentrantLock()));
        this.state = state;
        this.clock = clock;
    }

    Answer add(String request) throws IOException {
        AddCheckpoint added;
        try {
            added = AddCheckpoint.parse(request);
        } catch (MalformedException e) {
            return Answer.refused(400, e.what());
        }
        Checkpoint checkpoint = added.checkpoint();
        Lock lock = locks.get(checkpoint.origin());
        if (lock == null) {
            return Answer.refused(404, "this log is not known");
        }
        if (!isSigned(checkpoint)) {
            return Answer.refused(403, "no signature by a key of this log holds");
        }
        if (added.oldSize() > checkpoint.size()) {
            return Answer.refused(400, "the old size is larger than the checkpoint's");
        }
        lock.lock();
        try {
            return compare(added, state.read(checkpoint.origin()));
        } finally {
            lock.unlock();
        }
    }

    private Answer compare(AddCheckpoint added, Seen seen) throws IOException {
        Checkpoint checkpoint = added.checkpoint();
        boolean sameSize = added.oldSize() == checkpoint.size();
        if (added.oldSize() != seen.size() || sameSize && !checkpoint.root().equals(seen.root())) {
            return Answer.conflict(seen.size());
        }
        if (!added.continues(seen.root())) {
            return Answer.refused(422, "the proof does not hold");
        }
        if (!sameSize) {
            state.write(checkpoint.origin(), new Seen(checkpoint.size(), checkpoint.root()));
        }
        return Answer.cosigned(key.keys().stream()
                .map(signer -> signer.cosign(checkpoint, clock.instant()))
                .collect(Collectors.joining()));
    }

    private boolean isSigned(Checkpoint checkpoint) {
        boolean signed = false;
        try {
            for (VerifierKey log : logs.getOrDefault(checkpoint.origin(), List.of())) {
                signed |= checkpoint.sealBy(log).isPresent();
            }
        } catch (MalformedException e) {
            return false;
        }
        return signed;
    }
}
