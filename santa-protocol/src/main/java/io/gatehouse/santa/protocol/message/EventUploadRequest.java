package io.gatehouse.santa.protocol.message;

import java.util.List;

/**
 * What a Mac has decided since its last upload (santa.sync.v1 EventUploadRequest). Delivery is at least once.
 *
 * @param fileAccessEvents clients from 2025.9
 */
public record EventUploadRequest(
        @WireField(1) List<Event> events,
        @WireField(2) String machineId,
        @WireField(3) List<AuditEvent> auditEvents,
        @WireField(4) List<FileAccessEvent> fileAccessEvents)
        implements Message {

    public EventUploadRequest {
        events = List.copyOf(events);
        auditEvents = List.copyOf(auditEvents);
        fileAccessEvents = List.copyOf(fileAccessEvents);
    }
}
