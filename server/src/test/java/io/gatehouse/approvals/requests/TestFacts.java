package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Fact;
import io.gatehouse.approvals.FactSource;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.kernel.OrganizationScope;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Knows how risky what is asked for at {@link TestDoor} is, because the request says so. */
@Component
final class TestFacts implements FactSource {

    private static final String RISK = "risk";

    @Override
    public String kind() {
        return TestDoor.KIND;
    }

    @Override
    public List<Fact> facts() {
        return List.of(new Fact(RISK, Fact.Type.NUMBER, "As the request says."));
    }

    @Override
    public Map<String, Object> of(OrganizationScope scope, NewRequest request) {
        return Map.of(RISK, Long.valueOf(request.subject().getOrDefault(RISK, "0")));
    }
}
