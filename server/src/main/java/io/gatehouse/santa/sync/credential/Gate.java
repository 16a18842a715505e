package io.gatehouse.santa.sync.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.santa.protocol.client.MachineId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets a Mac speak for a device only with the credential that the device is bound to. */
@Component
public class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** The stages of a sync follow within moments; a revoked credential may work so long. */
    private static final Duration SAME_SYNC = Duration.ofSeconds(3);

    private static final int AT_ONCE = 20_000;

    private record Visitor(Presented presented, String machineId) {}

    private final DeviceReader devices;
    private final Enrolling enrolling;
    private final Cache<Visitor, KnownDevice> justSeen = Caffeine.newBuilder()
            .maximumSize(AT_ONCE)
            .expireAfterWrite(SAME_SYNC)
            .build();

    Gate(DeviceReader devices, Enrolling enrolling) {
        this.devices = devices;
        this.enrolling = enrolling;
    }

    /**
     * The device of a machine id; at its first contact it is enrolled.
     *
     * @throws Refused when the device is bound to another credential, was retired, or may not be enrolled
     */
    public KnownDevice admit(Presented presented, MachineId machine) {
        KnownDevice device =
                devices.find(presented.organization(), machine.value()).orElseGet(() -> enrolled(presented, machine));
        if (device.isBoundTo(presented) && !device.released()) {
            return device;
        }
        if (device.released()) {
            enrolling.bindAnew(presented, device.id());
            return found(presented, machine);
        }
        LOG.warn(
                "Device {} of organization {} is bound to another credential than the one of enrolment {}",
                device.id(),
                presented.organization(),
                presented.enrolment());
        throw new Refused(Refused.Reason.OTHER_CREDENTIAL);
    }

    /** As {@link #admit}, but what this node itself decided moments ago about the same Mac is believed. */
    public KnownDevice readmit(Presented presented, MachineId machine) {
        KnownDevice device = justSeen.getIfPresent(new Visitor(presented, machine.value()));
        return device == null ? admit(presented, machine) : device;
    }

    /** Keeps what was decided, and made durable, for the next stage of the same sync. */
    public void remember(Presented presented, MachineId machine, KnownDevice device) {
        justSeen.put(new Visitor(presented, machine.value()), device);
    }

    /** The sync is over, or its state was changed elsewhere. */
    public void forget(Presented presented, MachineId machine) {
        justSeen.invalidate(new Visitor(presented, machine.value()));
    }

    private KnownDevice enrolled(Presented presented, MachineId machine) {
        enrolling.enrol(presented, machine);
        return found(presented, machine);
    }

    private KnownDevice found(Presented presented, MachineId machine) {
        return devices.find(presented.organization(), machine.value())
                .orElseThrow(() -> new Refused(Refused.Reason.RETIRED));
    }
}
