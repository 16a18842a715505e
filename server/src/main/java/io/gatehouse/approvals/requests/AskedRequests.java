package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.engine.Command;
import io.gatehouse.identity.Belongings;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who leaves has asked for and nobody has decided yet. */
@Component
final class AskedRequests implements Belongings {

    private final RequestStore requests;
    private final RequestProcess process;
    private final Clock clock;

    AskedRequests(RequestStore requests, RequestProcess process, Clock clock) {
        this.requests = requests;
        this.process = process;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.REQUEST;
    }

    @Override
    public long count(OrganizationScope scope, PersonId person) {
        return requests.open(scope, person);
    }

    @Override
    public void handOver(OrganizationScope scope, PersonId person, @Nullable PersonId successor) {
        Command withdrawal = new Command.Withdraw(person, clock.instant().truncatedTo(ChronoUnit.MICROS));
        requests.openOf(scope, person).forEach(id -> process.change(scope, id, "request.withdraw", _ -> withdrawal));
    }
}
