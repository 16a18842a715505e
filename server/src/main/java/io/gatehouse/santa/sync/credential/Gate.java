package io.gatehouse.santa.sync.credential;

import io.gatehouse.santa.protocol.client.MachineId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets a Mac speak for a device only with the credential that the device is bound to. */
@Component
public class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final DeviceReader devices;
    private final Enrolling enrolling;

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

    private KnownDevice enrolled(Presented presented, MachineId machine) {
        enrolling.enrol(presented, machine);
        return found(presented, machine);
    }

    private KnownDevice found(Presented presented, MachineId machine) {
        return devices.find(presented.organization(), machine.value())
                .orElseThrow(() -> new Refused(Refused.Reason.RETIRED));
    }
}
