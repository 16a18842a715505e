package io.gatehouse.identity.portfolio;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.CustomerFigures;
import io.gatehouse.identity.CustomerFigures.Figure;
import io.gatehouse.identity.portfolio.PortfolioStore.Engaged;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PortfolioScope;
import io.gatehouse.kernel.Transactions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads across the customers that somebody is engaged for, each as far as the engagement allows. */
@Service
final class Portfolio {

    private final Transactions transactions;
    private final PortfolioStore store;
    private final List<CustomerFigures> figures;

    Portfolio(Transactions transactions, PortfolioStore store, List<CustomerFigures> figures) {
        this.transactions = transactions;
        this.store = store;
        this.figures = figures;
    }

    Page<PortfolioRow> list(Caller caller, @Nullable String search, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        Page<Engaged> page = Page.of(
                transactions.read(
                        caller.scope(),
                        () -> store.customers(caller.scope(), caller.person(), search, after, limit + 1)),
                limit,
                last -> Cursor.of(last.name(), last.customer()));
        List<Engaged> customers = page.items();
        PortfolioScope scope = new PortfolioScope(
                customers.stream().map(Engaged::customer).toList(),
                caller.scope().actor());
        List<Map<Figure, Long>> counted = transactions.read(scope, this::figures);
        return new Page<>(
                IntStream.range(0, customers.size())
                        .mapToObj(number -> row(caller, customers.get(number), counted.get(number)))
                        .toList(),
                page.next());
    }

    private Map<Figure, Long> figures(OrganizationScope customer) {
        Map<Figure, Long> all = new EnumMap<>(Figure.class);
        figures.forEach(module -> all.putAll(module.of(customer)));
        return all;
    }

    private static PortfolioRow row(Caller caller, Engaged customer, Map<Figure, Long> figures) {
        Set<Permission> there = customer.level().permissionsOf(caller.permissions());
        return new PortfolioRow(
                customer.customer(),
                customer.slug(),
                customer.name(),
                customer.accentColor(),
                customer.level(),
                customer.until(),
                seen(Figure.DEVICES, figures, there),
                seen(Figure.OPEN_REQUESTS, figures, there),
                seen(Figure.BLOCKS_OF_LAST_DAY, figures, there));
    }

    private static @Nullable Long seen(Figure figure, Map<Figure, Long> figures, Set<Permission> there) {
        Permission needed = figure.permission();
        return needed == null || there.contains(needed) ? figures.get(figure) : null;
    }
}
