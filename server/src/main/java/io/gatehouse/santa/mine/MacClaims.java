package io.gatehouse.santa.mine;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.devices.OwnershipClaims;
import io.gatehouse.santa.protocol.client.MachineId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a person say that a Mac is theirs. Whether such a Mac exists, or whose it is, does not show in what they are
 * answered or see later.
 */
@Component
final class MacClaims {

    /** A person has no more open claims than this: enough for whoever owns Macs, too few to try names. */
    static final int MOST_CLAIMS = 10;

    private final Transactions transactions;
    private final MacStore macs;
    private final OwnershipClaims claims;
    private final Clock clock;

    MacClaims(Transactions transactions, MacStore macs, OwnershipClaims claims, Clock clock) {
        this.transactions = transactions;
        this.macs = macs;
        this.claims = claims;
        this.clock = clock;
    }

    void claim(OrganizationScope scope, PersonId person, @Nullable String machineId) {
        String machine = checked(machineId);
        transactions.write(scope, () -> {
            if (macs.ownedByMachineId(scope, person, machine).isPresent()) {
                throw CommonProblem.CONFLICT.because("This Mac is yours already");
            }
            List<MyDevice> open = macs.claimed(scope, person);
            if (open.stream().anyMatch(claim -> claim.hostname().equals(machine))) {
                return;
            }
            if (open.size() >= MOST_CLAIMS) {
                throw CommonProblem.CONFLICT.because(
                        "You have " + MOST_CLAIMS + " claims that wait; no more are taken");
            }
            macs.forget(scope, person, machine);
            macs.claim(scope, person, machine, clock.instant());
            macs.unowned(scope, machine).ifPresent(device -> claims.claim(scope, device, person));
        });
    }

    /** Whether a Mac could be called so. */
    static boolean isMachineId(String text) {
        try {
            return !new MachineId(text).isDoctorProbe();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String checked(@Nullable String machineId) {
        if (machineId == null || !isMachineId(machineId)) {
            String message = "must be 1 to " + MachineId.MAXIMUM_BYTES + " bytes of text without control characters";
            throw ProblemException.invalid("machineId", message);
        }
        return machineId;
    }
}
