package io.gatehouse.santa.rules;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.TagRef;
import io.gatehouse.santa.devices.Scopes;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the names in a file into what they name here, and checks each rule. */
@Component
final class RuleFileChecks {

    private final Scopes scopes;
    private final People people;
    private final Clock clock;

    RuleFileChecks(Scopes scopes, People people, Clock clock) {
        this.scopes = scopes;
        this.people = people;
        this.clock = clock;
    }

    /** The rules of the lines without errors, and the errors of the others. */
    record Result(List<RuleDraft> drafts, List<RuleFileReader.LineError> errors) {}

    /** What the names of a file mean here. */
    private record Names(Map<String, TagRef> tags, Map<String, DeviceRef> devices, Map<String, UUID> owners) {}

    /** A value that a file gives and that means nothing here. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    Result check(OrganizationScope scope, RuleFileReader.Read file, Collection<StoredRule> existing) {
        Names names = names(scope, file.records(), existing);
        List<RuleFileReader.LineError> errors = new ArrayList<>(file.errors());
        List<RuleDraft> drafts = new ArrayList<>();
        Map<RuleDraft.Identity, Long> seen = new HashMap<>();
        Instant now = clock.instant();
        for (RuleFileReader.Record record : file.records()) {
            try {
                // Names were looked up: what is left of these two checks is always true.
                RuleChecks.Checked checked = RuleChecks.check(input(record.rule(), names), now, _ -> true, _ -> true);
                checked.errors()
                        .forEach(error -> errors.add(
                                new RuleFileReader.LineError(record.line(), error.field() + " " + error.message())));
                RuleDraft draft = checked.draft();
                Long before = draft == null ? null : seen.putIfAbsent(draft.identity(), record.line());
                if (before != null) {
                    errors.add(new RuleFileReader.LineError(
                            record.line(), "is for the same scope, type and identifier as line " + before));
                } else if (draft != null) {
                    drafts.add(draft);
                }
            } catch (Unreadable e) {
                errors.add(new RuleFileReader.LineError(record.line(), Objects.toString(e.getMessage())));
            }
        }
        return new Result(drafts, errors);
    }

    private Names names(OrganizationScope scope, List<RuleFileReader.Record> records, Collection<StoredRule> existing) {
        Set<String> machines = new HashSet<>();
        Set<String> emails = new HashSet<>();
        for (RuleFileReader.Record record : records) {
            if (record.rule().scope().startsWith(FileRule.DEVICE)) {
                machines.add(record.rule().scope().substring(FileRule.DEVICE.length()));
            }
            if (!record.rule().owner().isBlank()) {
                emails.add(email(record.rule()));
            }
        }
        return new Names(
                scopes.tagsByName(scope), scopes.devicesByMachineId(scope, machines), owners(scope, emails, existing));
    }

    /** Members by e-mail; and owners of rules who are no longer active, so that an export can come back as it is. */
    private Map<String, UUID> owners(OrganizationScope scope, Set<String> emails, Collection<StoredRule> existing) {
        Map<String, UUID> owners = new HashMap<>();
        if (emails.isEmpty()) {
            return owners;
        }
        Set<PersonId> present = existing.stream()
                .map(rule -> rule.draft().ownerId())
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .collect(Collectors.toSet());
        people.refs(scope, present)
                .values()
                .forEach(person -> owners.put(person.email(), person.id().value()));
        for (String email : emails) {
            Optional<PersonRef> member = people.memberByEmail(scope, email);
            member.ifPresent(person -> owners.put(email, person.id().value()));
        }
        return owners;
    }

    private static RuleInput input(FileRule rule, Names names) throws Unreadable {
        return new RuleInput(
                constant(RuleType.class, "ruleType", rule.ruleType()),
                rule.identifier(),
                constant(Policy.class, "policy", rule.policy()),
                rule.celExpression(),
                scope(rule.scope(), names),
                rule.customMessage(),
                rule.customUrl(),
                rule.buttonLabel(),
                rule.comment(),
                owner(rule, names),
                instant(rule.expiresAt()),
                null);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String text) throws Unreadable {
        try {
            return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(field + " must be one of " + List.of(type.getEnumConstants()));
        }
    }

    private static ScopeChoice scope(String text, Names names) throws Unreadable {
        if (text.isBlank() || text.strip().equalsIgnoreCase(FileRule.ORGANIZATION)) {
            return ScopeChoice.organization();
        }
        if (text.startsWith(FileRule.TAG)) {
            String name = text.substring(FileRule.TAG.length());
            TagRef tag = names.tags().get(name.strip().toLowerCase(Locale.ROOT));
            return ScopeChoice.tag(found(tag, "there is no tag " + name).id());
        }
        if (text.startsWith(FileRule.DEVICE)) {
            String machine = text.substring(FileRule.DEVICE.length());
            return ScopeChoice.device(found(names.devices().get(machine), "there is no device " + machine)
                    .id());
        }
        throw new Unreadable("scope must be organization, tag:NAME or device:MACHINE-ID");
    }

    private static @Nullable UUID owner(FileRule rule, Names names) throws Unreadable {
        return rule.owner().isBlank()
                ? null
                : found(names.owners().get(email(rule)), "owner " + rule.owner() + " is no active member");
    }

    private static @Nullable Instant instant(String text) throws Unreadable {
        try {
            return text.isBlank() ? null : Instant.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Unreadable("expiresAt must be an instant such as 2030-01-31T00:00:00Z");
        }
    }

    private static <T> T found(@Nullable T thing, String message) throws Unreadable {
        if (thing == null) {
            throw new Unreadable(message);
        }
        return thing;
    }

    private static String email(FileRule rule) {
        return rule.owner().strip().toLowerCase(Locale.ROOT);
    }
}
