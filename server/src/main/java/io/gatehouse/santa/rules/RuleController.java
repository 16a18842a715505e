package io.gatehouse.santa.rules;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
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
@RequestMapping("/api/organizations/{organization}/rules")
class RuleController {

    private final RuleViews views;
    private final RuleEditing editing;
    private final RuleBulk bulk;
    private final RulePreview preview;

    RuleController(RuleViews views, RuleEditing editing, RuleBulk bulk, RulePreview preview) {
        this.views = views;
        this.editing = editing;
        this.bulk = bulk;
        this.preview = preview;
    }

    @GetMapping
    @Requires(Permission.RULE_READ)
    Page<Rule> list(
            OrganizationScope scope,
            RuleQuery query,
            @RequestParam(defaultValue = RuleListStore.NEWEST_FIRST) String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return views.page(scope, query, sort, cursor, Page.limit(limit));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.RULE_MANAGE)
    Rule create(OrganizationScope scope, @RequestBody RuleInput input) {
        return views.rule(scope, editing.create(scope, input));
    }

    @GetMapping("/{id}")
    @Requires(Permission.RULE_READ)
    Rule get(OrganizationScope scope, @PathVariable UUID id) {
        return views.rule(scope, id);
    }

    @PutMapping("/{id}")
    @Requires(Permission.RULE_MANAGE)
    Rule update(OrganizationScope scope, @PathVariable UUID id, @RequestBody RuleInput input) {
        editing.update(scope, id, input);
        return views.rule(scope, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.RULE_MANAGE)
    void delete(
            OrganizationScope scope, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        editing.delete(scope, id, version);
    }

    @PostMapping("/bulk")
    @Requires(Permission.RULE_MANAGE)
    RuleBulk.Outcome bulk(OrganizationScope scope, @RequestBody RuleBulk.Command command) {
        return bulk.run(scope, command);
    }

    @PostMapping("/check")
    @Requires(Permission.RULE_READ)
    RulePreview.Preview check(OrganizationScope scope, @RequestBody RuleInput input) {
        return preview.of(scope, input);
    }
}
