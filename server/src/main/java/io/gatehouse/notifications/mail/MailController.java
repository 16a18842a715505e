package io.gatehouse.notifications.mail;

import io.gatehouse.identity.Addressees;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How an operator looks after the installation's mail. */
@RestController
@RequestMapping("/api/installation/mail")
final class MailController {

    private final MailSettings settings;
    private final Transactions transactions;
    private final LetterStore store;
    private final Letters letters;
    private final Smtp smtp;
    private final Addressees people;
    private final Clock clock;

    MailController(
            MailSettings settings,
            Transactions transactions,
            LetterStore store,
            Letters letters,
            Smtp smtp,
            Addressees people,
            Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.store = store;
        this.letters = letters;
        this.smtp = smtp;
        this.people = people;
        this.clock = clock;
    }

    /** How mail is set up and how it goes; without the password. */
    record Status(
            boolean offered,
            String host,
            int port,
            MailSettings.Protection protection,
            String sender,
            int waiting,
            int dead) {}

    /** How a trial ended. */
    record Trial(boolean delivered, String email, @Nullable String problem) {}

    @GetMapping
    @Requires(Permission.INSTALLATION_OPERATE)
    Status status() {
        Map<Mail.State, Integer> counts = transactions.installation(store::counts);
        return new Status(
                settings.isOffered(),
                settings.host(),
                settings.effectivePort(),
                settings.protection(),
                settings.sender(),
                counts.getOrDefault(Mail.State.WAITING, 0),
                counts.getOrDefault(Mail.State.DEAD, 0));
    }

    @PostMapping("/trial")
    @Requires(Permission.INSTALLATION_OPERATE)
    Trial trial(PersonId operator) {
        if (!settings.isOffered()) {
            throw CommonProblem.CONFLICT.because("No mail server is set up: gatehouse.mail.host is empty");
        }
        Letter letter = letters.trial(people.find(operator).orElseThrow());
        try {
            smtp.send(Ids.next().toString(), letter);
            return new Trial(true, letter.email(), null);
        } catch (MailFailure e) {
            return new Trial(false, letter.email(), e.text());
        }
    }

    @GetMapping("/letters")
    @Requires(Permission.INSTALLATION_OPERATE)
    Page<LetterRow> letters(
            @RequestParam(required = false) Mail.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        @Nullable Cursor after = Cursor.decode(cursor, 1);
        return Page.of(
                transactions.installation(() -> store.list(state, after, size + 1)),
                size,
                letter -> Cursor.of(letter.id()));
    }

    @PostMapping("/letters/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.INSTALLATION_OPERATE)
    void retry(@PathVariable UUID id) {
        demand(() -> store.revive(id, clock.instant()));
    }

    @DeleteMapping("/letters/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.INSTALLATION_OPERATE)
    void discard(@PathVariable UUID id) {
        demand(() -> store.discard(id, clock.instant()));
    }

    private void demand(BooleanSupplier change) {
        if (!transactions.<Boolean>installation(change::getAsBoolean)) {
            throw CommonProblem.NOT_FOUND.because("There is no such letter that was given up");
        }
    }
}
