package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Uploads events in batches; each batch is forgotten only when the server took it. */
final class EventUpload {
    static final int USUAL_BATCH = 50;

    private final MacProfile profile;
    private final MacState state;
    private final SyncSession session;
    private final EventWriter writer;

    EventUpload(MacProfile profile, MacState state, SyncSession session) {
        this.profile = profile;
        this.state = state;
        this.session = session;
        this.writer = new EventWriter(profile.version());
    }

    /** Uploads these and the members of every known bundle that the server asks for. */
    void upload(List<Message> events, int batchSize) throws StageFailed {
        for (int from = 0; from < events.size(); from += batchSize) {
            List<Message> batch = events.subList(from, Math.min(events.size(), from + batchSize));
            List<String> wanted = post(batch);
            state.events.taken(List.copyOf(batch));
            List<Message> members = wanted.stream()
                    .map(state.hashedBundles::get)
                    .filter(Objects::nonNull)
                    .flatMap(app -> app.members().stream().map(member -> writer.member(app, member)))
                    .toList();
            for (int start = 0; start < members.size(); start += batchSize) {
                post(members.subList(start, Math.min(members.size(), start + batchSize)));
            }
        }
    }

    private List<String> post(List<Message> batch) throws StageFailed {
        List<Message> executions = new ArrayList<>();
        List<Message> accesses = new ArrayList<>();
        batch.forEach(event -> (event.isA("Event") ? executions : accesses).add(event));
        Message request = Message.of("EventUploadRequest");
        if (!executions.isEmpty()) {
            request.list("events", executions);
        }
        if (!accesses.isEmpty()) {
            request.list("file_access_events", accesses);
        }
        if (profile.version().atLeast(2024, 6)) {
            request.text("machine_id", profile.machineId());
        }
        return session.exchange("eventupload", request, "EventUploadResponse").texts("event_upload_bundle_binaries");
    }
}
