package io.gatehouse.testkit.fleet.load;

import io.gatehouse.testkit.fleet.EventMaker;
import io.gatehouse.testkit.fleet.wire.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Uploads ready to be sent, made before the clock starts so that making them does not count. No event comes twice. */
public final class EventBatches {
    private final LoadDevices devices;
    private final int eventsEach;
    private final List<byte[]> bodies = new ArrayList<>();

    /** Makes that many batches of that many events, dealt to the Macs in turn. */
    public EventBatches(LoadDevices devices, LoadWire wire, int batches, int eventsEach, Instant from) {
        this.devices = devices;
        this.eventsEach = eventsEach;
        EventMaker maker = new EventMaker(from);
        try (Packer packer = new Packer()) {
            for (int batch = 0; batch < batches; batch++) {
                byte[] body = wire.encode(batch(maker, devices.machineId(device(batch))));
                bodies.add(wire.packed() ? packer.pack(body) : body);
            }
        }
    }

    private Message batch(EventMaker maker, String machineId) {
        List<Message> events = new ArrayList<>(eventsEach);
        for (int event = 0; event < eventsEach; event++) {
            events.add(maker.next());
        }
        return Message.of("EventUploadRequest").list("events", events).text("machine_id", machineId);
    }

    int count() {
        return bodies.size();
    }

    int eventsEach() {
        return eventsEach;
    }

    int device(int batch) {
        return batch % devices.count();
    }

    byte[] body(int batch) {
        return bodies.get(batch);
    }

    /** How many bytes all bodies take as they will be sent. */
    public long bytes() {
        return bodies.stream().mapToLong(body -> body.length).sum();
    }
}
