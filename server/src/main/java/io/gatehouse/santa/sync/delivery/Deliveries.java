package io.gatehouse.santa.sync.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.protocol.client.RuleClass;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.sync.session.Held;
import io.gatehouse.santa.sync.session.Prediction;
import io.gatehouse.santa.sync.session.SessionKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a session sends, once for all devices that need the same. */
@Component
public final class Deliveries {

    private static final Duration KEPT = Duration.ofMinutes(15);

    /** A client that downloads nothing cleans nothing; this removes a rule that no file can have. */
    private static final List<Rule> NOTHING_BUT_A_REMOVAL =
            List.of(Rule.of(RuleType.BINARY, "0".repeat(64), Policy.REMOVE));

    /**
     * Who is served.
     *
     * @param ownLayer whether the device has rules of its own
     */
    public record Recipient(OrganizationId organization, UUID device, boolean ownLayer) {}

    /** Everything that a device is to hold, as of one moment. */
    public static final class Wanted {

        private final UUID policy;
        private final View view;
        private final RuleClass ruleClass;

        Wanted(UUID policy, View view, RuleClass ruleClass) {
            this.policy = policy;
            this.view = view;
            this.ruleClass = ruleClass;
        }

        /** Sequence of the last change. */
        public long head() {
            return view.head();
        }

        /** What a Mac reports that holds it. */
        public Prediction prediction() {
            return view.prediction(ruleClass);
        }

        /** The state of a Mac that holds it, recognized by the signature. */
        public Held reached(boolean exact) {
            return new Held(policy, view.head(), ruleClass.bits(), prediction().signature(exact));
        }
    }

    private final Views views;
    private final Cache<ContentKey, Content> contents;

    Deliveries(Views views, DeliverySettings settings) {
        this.views = views;
        this.contents = Caffeine.newBuilder()
                .maximumWeight(settings.cachedRules())
                .weigher((ContentKey _, Content content) -> content.rules().size() + 1)
                .expireAfterAccess(KEPT)
                .build();
    }

    /** What the device is to hold, at least as new as the head. */
    public Wanted wanted(Recipient recipient, UUID policy, long head, int ruleClass) {
        return new Wanted(policy, view(recipient, policy, head), new RuleClass(ruleClass));
    }

    /** The rules that lead from one state to the other. */
    public Content content(Recipient recipient, SessionKind kind, Held from, Wanted wanted) {
        ContentKey key = ContentKey.of(recipient, kind, from, wanted.policy, wanted.head(), wanted.ruleClass.bits());
        return contents.get(key, _ -> new Content(key, rules(recipient, kind, from, wanted)));
    }

    /**
     * The rules of a session that began earlier, perhaps on another node; empty when the policy has changed since and
     * this node does not remember them: then only a new session can be true.
     */
    public Optional<Content> again(Recipient recipient, SessionKind kind, Held from, Held target) {
        if (target.policy() == null) {
            return Optional.empty();
        }
        ContentKey key = ContentKey.of(recipient, kind, from, target.policy(), target.sequence(), target.ruleClass());
        Content known = contents.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Wanted wanted = wanted(recipient, target.policy(), target.sequence(), target.ruleClass());
        return wanted.head() == target.sequence()
                ? Optional.of(content(recipient, kind, from, wanted))
                : Optional.empty();
    }

    private List<Rule> rules(Recipient recipient, SessionKind kind, Held from, Wanted wanted) {
        return switch (kind) {
            case INCREMENT -> wanted.view.rules(wanted.ruleClass, from.sequence(), true, true);
            case DIFFERENCE -> difference(recipient, from, wanted);
            case SNAPSHOT, HEAL -> wanted.view.whole(wanted.ruleClass, views.everKnown(recipient.organization()));
            case CLEAN -> {
                List<Rule> rules = wanted.view.rules(wanted.ruleClass, -1, false, false);
                yield rules.isEmpty() ? NOTHING_BUT_A_REMOVAL : rules;
            }
        };
    }

    private List<Rule> difference(Recipient recipient, Held from, Wanted wanted) {
        UUID policy = from.policy();
        if (policy == null) {
            throw new IllegalArgumentException("Nothing is known of what the device holds");
        }
        View was = view(recipient, policy, 0);
        return new Difference(was, from.sequence(), new RuleClass(from.ruleClass())).to(wanted.view, wanted.ruleClass);
    }

    private View view(Recipient recipient, UUID policy, long atLeast) {
        return recipient.ownLayer()
                ? views.ofDevice(recipient.organization(), policy, recipient.device())
                : views.ofPolicy(recipient.organization(), policy, atLeast);
    }

    /** What a session's rules follow from: equal keys, equal rules. */
    public record ContentKey(
            SessionKind kind,
            @Nullable UUID fromPolicy,
            long from,
            int fromClass,
            UUID policy,
            long to,
            int ruleClass,
            @Nullable UUID ownLayer) {

        static ContentKey of(Recipient recipient, SessionKind kind, Held from, UUID policy, long to, int ruleClass) {
            UUID own = recipient.ownLayer() ? recipient.device() : null;
            return switch (kind) {
                case INCREMENT -> new ContentKey(kind, policy, from.sequence(), ruleClass, policy, to, ruleClass, own);
                case DIFFERENCE ->
                    new ContentKey(kind, from.policy(), from.sequence(), from.ruleClass(), policy, to, ruleClass, own);
                case SNAPSHOT, HEAL, CLEAN -> new ContentKey(kind, null, 0, 0, policy, to, ruleClass, own);
            };
        }
    }

    /**
     * The rules that a session sends.
     *
     * @param rules in the order in which the Mac must apply them
     */
    public record Content(ContentKey key, List<Rule> rules) {

        public Content {
            rules = List.copyOf(rules);
        }

        /** How many rules. */
        public int size() {
            return rules.size();
        }
    }
}
