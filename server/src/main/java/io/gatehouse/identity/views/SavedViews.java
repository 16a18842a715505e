package io.gatehouse.identity.views;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** A person's own views of lists in one organization. They are nobody's else to see, and no matter for the book. */
@Service
final class SavedViews {

    private static final int MOST = 50;

    private final Transactions transactions;
    private final SavedViewStore store;

    SavedViews(Transactions transactions, SavedViewStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    List<SavedView> of(Caller caller) {
        return transactions.read(caller.scope(), () -> store.all(caller.scope(), caller.person()));
    }

    SavedView add(Caller caller, ViewDraft draft) {
        return transactions.write(caller.scope(), () -> {
            lock(caller);
            if (store.all(caller.scope(), caller.person()).size() >= MOST) {
                throw CommonProblem.CONFLICT.because("You have " + MOST + " views, which is all that are kept");
            }
            return insert(caller, Ids.next(), draft);
        });
    }

    SavedView replace(Caller caller, UUID id, ViewDraft draft) {
        return transactions.write(caller.scope(), () -> {
            lock(caller);
            deleteKnown(caller, id);
            return insert(caller, id, draft);
        });
    }

    void delete(Caller caller, UUID id) {
        transactions.write(caller.scope(), () -> deleteKnown(caller, id));
    }

    /** Whoever is engaged comes and goes, and leaves nothing of their own at the customer. */
    private void lock(Caller caller) {
        if (!store.lock(caller.scope(), caller.person())) {
            throw CommonProblem.FORBIDDEN.because("Views are kept for members of the organization only");
        }
    }

    private SavedView insert(Caller caller, UUID id, ViewDraft draft) {
        SavedView view = new SavedView(id, draft.list(), draft.name().strip(), draft.query(), draft.preferred());
        if (store.all(caller.scope(), caller.person()).stream().anyMatch(other -> isNamedAlike(other, view))) {
            throw ProblemException.invalid("name", "is the name of another of your views of this list");
        }
        if (view.preferred()) {
            store.preferNone(caller.scope(), caller.person(), view.list());
        }
        store.insert(caller.scope(), caller.person(), view);
        return view;
    }

    private void deleteKnown(Caller caller, UUID id) {
        if (!store.delete(caller.scope(), caller.person(), id)) {
            throw CommonProblem.NOT_FOUND.because("You have no such view");
        }
    }

    private static boolean isNamedAlike(SavedView one, SavedView other) {
        return one.list().equals(other.list()) && one.name().equalsIgnoreCase(other.name());
    }
}
