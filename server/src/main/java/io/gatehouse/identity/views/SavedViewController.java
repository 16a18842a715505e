package io.gatehouse.identity.views;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own views of lists. */
@RestController
@RequestMapping("/api/organizations/{organization}/saved-views")
final class SavedViewController {

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_READ)
    List<SavedView> all(Caller caller) {
        return views.of(caller);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ORGANIZATION_READ)
    SavedView add(Caller caller, @Valid @RequestBody ViewDraft draft) {
        return views.add(caller, draft);
    }

    @PutMapping("/{id}")
    @Requires(Permission.ORGANIZATION_READ)
    SavedView replace(Caller caller, @PathVariable UUID id, @Valid @RequestBody ViewDraft draft) {
        return views.replace(caller, id, draft);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_READ)
    void delete(Caller caller, @PathVariable UUID id) {
        views.delete(caller, id);
    }
}
