package io.gatehouse.identity.scim;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The organization's people, for its directory. What SCIM says of itself is its own document, not the one of the API. */
@RestController
@RequestMapping(
        path = ScimAddress.PATH + "/Users",
        produces = {ScimAddress.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
final class UserController {

    private final Users users;
    private final Resources resources;

    UserController(Users users, Resources resources) {
        this.users = users;
        this.resources = resources;
    }

    @GetMapping
    @Requires(Permission.PEOPLE_PROVISION)
    ObjectNode list(
            OrganizationScope scope,
            @RequestParam @Nullable String filter,
            @RequestParam @Nullable Long startIndex,
            @RequestParam @Nullable Integer count,
            @RequestParam @Nullable String attributes,
            @RequestParam @Nullable String excludedAttributes) {
        return list(scope, Listing.of(filter, startIndex, count, attributes, excludedAttributes));
    }

    @PostMapping("/.search")
    @Requires(Permission.PEOPLE_PROVISION)
    ObjectNode search(OrganizationScope scope, @RequestBody byte[] body) {
        return list(scope, Listing.of(Values.parse(body)));
    }

    @PostMapping
    @Requires(Permission.PEOPLE_PROVISION)
    ResponseEntity<ObjectNode> create(OrganizationScope scope, @RequestBody byte[] body) {
        ScimUser created = users.create(scope, UserAttributes.of(Values.parse(body)));
        return Resources.answer(HttpStatus.CREATED, resources.user(scope, created), Listing.EVERYTHING);
    }

    @GetMapping("/{id}")
    @Requires(Permission.PEOPLE_PROVISION)
    ResponseEntity<ObjectNode> read(
            OrganizationScope scope,
            @PathVariable String id,
            @RequestParam @Nullable String attributes,
            @RequestParam @Nullable String excludedAttributes) {
        return Resources.answer(
                HttpStatus.OK,
                resources.user(scope, users.find(scope, person(id))),
                Listing.projection(attributes, excludedAttributes));
    }

    @PutMapping("/{id}")
    @Requires(Permission.PEOPLE_PROVISION)
    ResponseEntity<ObjectNode> replace(
            OrganizationScope scope,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            @RequestBody byte[] body) {
        UserAttributes said = UserAttributes.of(Values.parse(body));
        return changed(scope, users.change(scope, person(id), expected, _ -> said));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.PEOPLE_PROVISION)
    ResponseEntity<ObjectNode> patch(
            OrganizationScope scope,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            @RequestBody byte[] body) {
        List<Patches.Step> steps = Patches.steps(Values.parse(body));
        return changed(
                scope,
                users.change(
                        scope, person(id), expected, before -> UserAttributes.of(Patches.apply(before.json(), steps))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.PEOPLE_PROVISION)
    void delete(
            OrganizationScope scope,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected) {
        users.delete(scope, person(id), expected);
    }

    private ObjectNode list(OrganizationScope scope, Listing wanted) {
        Users.Found found = users.list(scope, wanted);
        return wanted.answer(
                found.total(),
                found.users().stream().map(user -> resources.user(scope, user)).toList());
    }

    private ResponseEntity<ObjectNode> changed(OrganizationScope scope, ScimUser user) {
        return Resources.answer(HttpStatus.OK, resources.user(scope, user), Listing.EVERYTHING);
    }

    private static PersonId person(String id) {
        try {
            return PersonId.of(id);
        } catch (IllegalArgumentException e) {
            throw ScimRefusal.notFound("user");
        }
    }
}
