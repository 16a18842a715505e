package io.gatehouse.approvals.calendar;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When the organization works. */
@RestController
@RequestMapping("/api/organizations/{organization}/business-calendar")
final class CalendarController {

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    @Requires({Permission.APPROVAL_POLICY_MANAGE, Permission.LEDGER_READ})
    BusinessCalendar read(OrganizationScope scope) {
        return calendars.shown(scope);
    }

    @PutMapping
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    BusinessCalendar change(OrganizationScope scope, @RequestBody BusinessCalendar calendar) {
        return calendars.change(scope, calendar);
    }
}
