package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.kernel.BodyLimit;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organization's logo. */
@RestController
@RequestMapping("/api/organizations/{organization}/logo")
final class LogoController {

    /** The address names the content, which therefore never changes. */
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Logos logos;

    LogoController(Logos logos) {
        this.logos = logos;
    }

    /**
     * A new logo.
     *
     * @param png the file, in Base64
     */
    record LogoFile(@NotNull byte[] png) {}

    @GetMapping("/{sha256}")
    @Requires(Permission.ORGANIZATION_READ)
    ResponseEntity<byte[]> logo(OrganizationScope scope, @PathVariable String sha256) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(FOR_GOOD)
                .body(logos.of(scope, sha256));
    }

    @PutMapping
    @BodyLimit(2 * LogoImage.LARGEST_FILE)
    @Requires(Permission.ORGANIZATION_MANAGE)
    Organization change(OrganizationScope scope, @Valid @RequestBody LogoFile file) {
        return logos.change(scope, file.png());
    }

    @DeleteMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    Organization remove(OrganizationScope scope) {
        return logos.remove(scope);
    }
}
