package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Executor;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The doors that carry out what is approved. */
@Component
final class Executors {

    private final ObjectProvider<Executor> all;

    Executors(ObjectProvider<Executor> all) {
        this.all = all;
    }

    Executor of(String kind) {
        return all.stream()
                .filter(executor -> executor.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No door carries out requests of kind " + kind));
    }

    List<String> kinds() {
        return all.stream().map(Executor::kind).sorted().toList();
    }
}
