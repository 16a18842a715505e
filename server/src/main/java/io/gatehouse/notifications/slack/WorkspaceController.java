package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organization's Slack. */
@RestController
@RequestMapping("/api/organizations/{organization}/slack")
final class WorkspaceController {

    private final Workspaces workspaces;

    WorkspaceController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    WorkspaceView read(OrganizationScope scope) {
        return workspaces.view(scope);
    }

    @PutMapping
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    WorkspaceView save(OrganizationScope scope, @RequestBody WorkspaceDraft draft) {
        return workspaces.save(scope, draft);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    void disconnect(OrganizationScope scope) {
        workspaces.disconnect(scope);
    }

    /** Sends a message to the channel now. */
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_MANAGE)
    void test(OrganizationScope scope) {
        workspaces.test(scope);
    }
}
