package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Executor;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** A door that remembers what it was told, and refuses what it is told to refuse. */
@Component
final class TestDoor implements Executor {

    static final String KIND = "TEST";

    /** A term with which it cannot do what was approved. */
    static final String IMPOSSIBLE = "impossible";

    /** A subject that can be agreed to in one word. */
    static final String PLAIN = "plain";

    private final Set<RequestId> opened = ConcurrentHashMap.newKeySet();
    private final List<RequestId> executed = new CopyOnWriteArrayList<>();
    private final List<RequestId> closed = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String execute(OrganizationScope scope, RequestView request) {
        if (request.terms().containsKey(IMPOSSIBLE)) {
            throw CommonProblem.CONFLICT.because("The door is stuck");
        }
        executed.add(request.id());
        return "made for #" + request.number();
    }

    @Override
    public Optional<Map<String, String>> plainTerms(OrganizationScope scope, RequestView request) {
        return request.subject().containsValue(PLAIN) ? Optional.of(Desk.TERMS) : Optional.empty();
    }

    @Override
    public void opened(OrganizationScope scope, RequestView request) {
        opened.add(request.id());
    }

    @Override
    public void closed(OrganizationScope scope, RequestView request) {
        closed.add(request.id());
    }

    boolean wasOpened(RequestId request) {
        return opened.contains(request);
    }

    long executions(RequestId request) {
        return executed.stream().filter(request::equals).count();
    }

    long closures(RequestId request) {
        return closed.stream().filter(request::equals).count();
    }
}
