package io.gatehouse.santa.rules;

import io.gatehouse.kernel.BodyLimit;
import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizations/{organization}/rules")
class RuleFileController {

    private static final String ORDER = "identifier";

    private final RuleViews views;
    private final RuleImport imports;
    private final Export export;

    RuleFileController(RuleViews views, RuleImport imports, Export export) {
        this.views = views;
        this.imports = imports;
        this.export = export;
    }

    @GetMapping("/export")
    @Requires(Permission.RULE_READ)
    void export(
            OrganizationScope scope,
            @RequestParam(defaultValue = "json") String format,
            RuleQuery query,
            HttpServletResponse response)
            throws IOException {
        export.send(
                response,
                Export.Format.of(format),
                "rules",
                FileRule.COLUMNS,
                cursor -> views.page(scope, query, ORDER, cursor, Page.MAXIMUM_LIMIT)
                        .map(FileRule::of));
    }

    /** The file is text within JSON, in which characters may be escaped. */
    @PostMapping("/import")
    @BodyLimit(2 * RuleImport.MAXIMUM_CONTENT)
    @Requires(Permission.RULE_MANAGE)
    RuleImport.Outcome importFile(OrganizationScope scope, @RequestBody RuleImport.Command command) {
        return imports.run(scope, command);
    }
}
