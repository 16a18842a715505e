package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

/** The directory's groups. */
@RestController
@RequestMapping(
        path = ScimAddress.PATH + "/Groups",
        produces = {ScimAddress.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
final class GroupController {

    private final Groups groups;
    private final GroupMembers members;
    private final Resources resources;

    GroupController(Groups groups, GroupMembers members, Resources resources) {
        this.groups = groups;
        this.members = members;
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
        ScimGroup created = groups.create(scope, GroupAttributes.of(Values.parse(body)));
        return answer(HttpStatus.CREATED, scope, created, written(scope, created));
    }

    @GetMapping("/{id}")
    @Requires(Permission.PEOPLE_PROVISION)
    ResponseEntity<ObjectNode> read(
            OrganizationScope scope,
            @PathVariable String id,
            @RequestParam @Nullable String attributes,
            @RequestParam @Nullable String excludedAttributes) {
        return answer(
                HttpStatus.OK,
                scope,
                groups.find(scope, group(id)),
                Listing.projection(attributes, excludedAttributes));
    }

    @PutMapping("/{id}")
    @Requires(Permission.PEOPLE_PROVISION)
    ResponseEntity<ObjectNode> replace(
            OrganizationScope scope,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            @RequestBody byte[] body) {
        GroupAttributes said = GroupAttributes.of(Values.parse(body));
        ScimGroup changed = groups.change(scope, group(id), expected, _ -> said);
        return answer(HttpStatus.OK, scope, changed, written(scope, changed));
    }

    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.PEOPLE_PROVISION)
    void patch(
            OrganizationScope scope,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            @RequestBody byte[] body) {
        List<Patches.Step> steps = Patches.steps(Values.parse(body));
        groups.change(scope, group(id), expected, before -> before.after(steps));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.PEOPLE_PROVISION)
    void delete(
            OrganizationScope scope,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected) {
        groups.delete(scope, group(id), expected);
    }

    private ObjectNode list(OrganizationScope scope, Listing wanted) {
        Groups.Found found = groups.list(scope, wanted);
        List<ObjectNode> answered = new ArrayList<>();
        int room = GroupMembers.MOST_LISTED;
        for (ScimGroup group : found.groups()) {
            List<PersonRef> listed = members(scope, group, wanted, room);
            room -= listed.size();
            answered.add(resources.group(scope, group, listed));
        }
        return wanted.answer(found.total(), answered);
    }

    private ResponseEntity<ObjectNode> answer(
            HttpStatus status, OrganizationScope scope, ScimGroup group, Listing projection) {
        List<PersonRef> listed = members(scope, group, projection, GroupMembers.MOST_LISTED);
        return Resources.answer(status, resources.group(scope, group, listed), projection);
    }

    /** Whoever wrote a group knows its members: when they are too many for an answer, it is one without them. */
    private Listing written(OrganizationScope scope, ScimGroup group) {
        return members.areListed(scope, group) ? Listing.EVERYTHING : Listing.projection(null, "members");
    }

    private List<PersonRef> members(OrganizationScope scope, ScimGroup group, Listing projection, int most) {
        return projection.wants("members") ? members.list(scope, group, most) : List.of();
    }

    private static UUID group(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ScimRefusal.notFound("group");
        }
    }
}
