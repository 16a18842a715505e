package io.gatehouse.santa.software;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.rules.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is known of files. */
@Service
public final class SoftwareCatalogue {

    private final Transactions transactions;
    private final SoftwareStore store;
    private final DetailStore details;
    private final Rules rules;

    SoftwareCatalogue(Transactions transactions, SoftwareStore store, DetailStore details, Rules rules) {
        this.transactions = transactions;
        this.store = store;
        this.details = details;
        this.rules = rules;
    }

    /** The software that was seen for the first time last. */
    public List<SoftwareView> newest(OrganizationScope scope, int most) {
        SoftwareFilter everything = new SoftwareFilter(null, null, null, null);
        return transactions.read(
                scope,
                () -> store.list(scope, everything, null, most).stream()
                        .map(SoftwareStore.Row::view)
                        .toList());
    }

    Page<SoftwareView> list(OrganizationScope scope, SoftwareFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.read(
                scope,
                () -> Page.of(
                                store.list(scope, filter, after, limit + 1),
                                limit,
                                row -> Cursor.of(row.view().firstSeenAt(), row.id()))
                        .map(SoftwareStore.Row::view));
    }

    /** A file that some Mac has shown. */
    public Optional<SoftwareDetail> find(OrganizationScope scope, String sha256) {
        return transactions.read(
                scope, () -> store.find(scope, sha256.toLowerCase(Locale.ROOT)).map(row -> details(scope, row)));
    }

    SoftwareDetail details(OrganizationScope scope, String sha256) {
        return find(scope, sha256)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("No file with this SHA-256 was ever seen"));
    }

    private SoftwareDetail details(OrganizationScope scope, SoftwareStore.Row row) {
        DetailStore.Signature signature = details.signature(scope, row.id());
        SoftwareView view = row.view();
        return new SoftwareDetail(
                view,
                SoftwareStore.orNull(signature.identity().cdhash()),
                SoftwareStore.orNull(signature.identity().certificateSha256()),
                signature.chain(),
                SoftwareStore.orNull(signature.signingStatus()),
                details.bundles(scope, view.sha256()),
                details.paths(scope, row.id()),
                details.versions(scope, signature.identity()),
                details.devices(scope, row.id()),
                rules.matching(scope, signature.identity()),
                view.signingId() == null ? null : details.sameSigningId(scope, view.signingId()),
                view.teamId() == null ? null : details.sameTeam(scope, view.teamId()));
    }
}
