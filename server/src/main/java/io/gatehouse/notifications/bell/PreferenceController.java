package io.gatehouse.notifications.bell;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the caller wants to be told. */
@RestController
@RequestMapping("/api/organizations/{organization}/notification-preference")
final class PreferenceController {

    private final Preferences preferences;

    PreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_READ)
    Preference own(Caller caller) {
        return preferences.own(caller);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_READ)
    void change(Caller caller, @Valid @RequestBody Preference wanted) {
        preferences.change(caller, wanted);
    }
}
