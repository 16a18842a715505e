package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizations/{organization}/tags")
class TagController {

    private final TagEditing tags;

    TagController(TagEditing tags) {
        this.tags = tags;
    }

    /** All tags in their new order, the strongest first. */
    record Order(@Nullable List<UUID> ids) {}

    @GetMapping
    @Requires(Permission.DEVICE_READ)
    List<Tag> list(OrganizationScope scope) {
        return tags.all(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.DEVICE_MANAGE)
    Tag create(OrganizationScope scope, @RequestBody TagInput input) {
        return tags.create(scope, input);
    }

    @PutMapping("/{id}")
    @Requires(Permission.DEVICE_MANAGE)
    Tag update(OrganizationScope scope, @PathVariable UUID id, @RequestBody TagInput input) {
        return tags.update(scope, id, input);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DEVICE_MANAGE)
    void delete(OrganizationScope scope, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean force) {
        tags.delete(scope, id, force);
    }

    @PutMapping("/order")
    @Requires(Permission.DEVICE_MANAGE)
    List<Tag> order(OrganizationScope scope, @RequestBody Order order) {
        return tags.order(scope, order.ids());
    }
}
