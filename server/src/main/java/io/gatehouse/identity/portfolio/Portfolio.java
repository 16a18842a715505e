package io.gatehouse.identity.portfolio;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.CustomerFigures;
import io.gatehouse.identity.CustomerFigures.Figure;
import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.demands.Demands.Verdict;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.portfolio.PortfolioStore.Engaged;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PortfolioScope;
import io.gatehouse.kernel.Transactions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads across the customers that somebody is engaged for, each as far as engagement and session allow. */
@Service
final class Portfolio {

    /** Belonging to a customer is not yet a reason to go there. */
    private static final Set<Permission> SIGHT_OF_IT = Set.of(Permission.ORGANIZATION_READ);

    private final Transactions transactions;
    private final PortfolioStore store;
    private final Persons persons;
    private final Demands demands;
    private final List<CustomerFigures> figures;

    Portfolio(
            Transactions transactions,
            PortfolioStore store,
            Persons persons,
            Demands demands,
            List<CustomerFigures> figures) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.demands = demands;
        this.figures = figures;
    }

    Page<PortfolioRow> list(
            Caller caller, @Nullable String search, PortfolioOrder order, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        Page<Engaged> page = Page.of(
                transactions.read(
                        caller.scope(),
                        () -> store.customers(caller.scope(), caller.person(), search, order, after, limit + 1)),
                limit,
                order::cursor);
        List<Engaged> customers = page.items();
        Map<OrganizationId, Verdict> verdicts = verdicts(caller.person(), customers);
        Map<OrganizationId, Map<Figure, Long>> counted = counted(caller, verdicts);
        return new Page<>(
                customers.stream()
                        .map(customer -> row(
                                caller,
                                customer,
                                verdicts.get(customer.customer()) == Verdict.SECOND_FACTOR_MISSING,
                                counted.getOrDefault(customer.customer(), Map.of())))
                        .toList(),
                page.next());
    }

    /** A program that acts for somebody at the provider has a verdict nowhere: nobody allowed it anything at customers. */
    private Map<OrganizationId, Verdict> verdicts(PersonId person, List<Engaged> customers) {
        return PersonSessions.current()
                .map(session -> demands.check(
                        session,
                        persons.memberships(
                                customers.stream().map(Engaged::customer).toList(), person)))
                .orElse(Map.of());
    }

    private Map<OrganizationId, Map<Figure, Long>> counted(Caller caller, Map<OrganizationId, Verdict> verdicts) {
        List<OrganizationId> open = verdicts.keySet().stream()
                .filter(customer -> verdicts.get(customer) == Verdict.MET)
                .toList();
        List<Map<Figure, Long>> counted =
                transactions.read(new PortfolioScope(open, caller.scope().actor()), this::figures);
        return IntStream.range(0, open.size()).boxed().collect(Collectors.toMap(open::get, counted::get));
    }

    private Map<Figure, Long> figures(OrganizationScope customer) {
        Map<Figure, Long> all = new EnumMap<>(Figure.class);
        figures.forEach(module -> all.putAll(module.of(customer)));
        return all;
    }

    private static PortfolioRow row(
            Caller caller, Engaged customer, boolean secondFactorMissing, Map<Figure, Long> figures) {
        Set<Permission> there = customer.level().permissionsOf(caller.permissions());
        return new PortfolioRow(
                customer.customer(),
                customer.slug(),
                customer.name(),
                customer.accentColor(),
                customer.level(),
                customer.until(),
                customer.lastVisit(),
                !SIGHT_OF_IT.containsAll(there),
                secondFactorMissing,
                seen(Figure.DEVICES, figures, there),
                seen(Figure.UNHEALTHY_DEVICES, figures, there),
                seen(Figure.OPEN_REQUESTS, figures, there),
                seen(Figure.BLOCKS_OF_LAST_DAY, figures, there));
    }

    private static @Nullable Long seen(Figure figure, Map<Figure, Long> figures, Set<Permission> there) {
        Permission needed = figure.permission();
        return needed == null || there.contains(needed) ? figures.get(figure) : null;
    }
}
