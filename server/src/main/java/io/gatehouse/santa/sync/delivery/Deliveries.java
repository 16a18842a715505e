package io.gatehouse.santa.sync.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.client.RuleClass;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.sync.session.Held;
import io.gatehouse.santa.sync.session.Prediction;
import io.gatehouse.santa.sync.session.SessionKind;
import io.gatehouse.santa.sync.session.Target;
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

    private static final int PREDICTIONS = 50_000;

    /** A client that downloads nothing cleans nothing; this removes a rule that no file can have. */
    private static final List<Rule> NOTHING_BUT_A_REMOVAL =
            List.of(Rule.of(RuleType.BINARY, "0".repeat(64), Policy.REMOVE));

    /**
     * Who is served.
     *
     * @param ownLayer whether the device has rules of its own
     * @param everyTag that the device carries or carried, in a fixed order
     */
    public record Recipient(OrganizationId organization, UUID device, boolean ownLayer, List<UUID> everyTag) {}

    /**
     * What a session sends, and where it leads.
     *
     * @param prediction what a Mac reports that took it all
     */
    public record Delivery(UUID policy, int ruleClass, Prediction prediction, Content content) {

        /** The state of a Mac that took it, recognized by the signature. */
        public Held reached(boolean exact) {
            return new Held(policy, prediction.head(), ruleClass, prediction.signature(exact));
        }
    }

    private final Views views;
    /** Small, so that those of all policies stay in memory when their views do not. */
    private final Cache<Target, Prediction> predictions =
            Caffeine.newBuilder().maximumSize(PREDICTIONS).build();

    private final Cache<ContentKey, Content> contents;

    Deliveries(Views views, DeliverySettings settings) {
        this.views = views;
        this.contents = Caffeine.newBuilder()
                .maximumWeight(settings.cachedRules())
                .weigher((ContentKey _, Content content) -> content.rules().size() + 1)
                .expireAfterAccess(KEPT)
                .build();
    }

    /** What a Mac reports that holds what it shall, at least as new as the target. */
    public Prediction prediction(Recipient recipient, Target target) {
        return recipient.ownLayer()
                ? predict(view(recipient, target), target)
                : predictions.get(target, _ -> predict(view(recipient, target), target));
    }

    /** The rules that lead from what the Mac holds to what it shall hold, at least as new as the target. */
    public Delivery delivery(Recipient recipient, SessionKind kind, Held from, Target target) {
        Prediction known = recipient.ownLayer() ? null : predictions.getIfPresent(target);
        Content remembered = known == null || known.head() != target.head()
                ? null
                : contents.getIfPresent(ContentKey.of(recipient, kind, from, target));
        return known == null || remembered == null
                ? delivery(recipient, kind, from, target, view(recipient, target))
                : new Delivery(target.policy(), target.ruleClass(), known, remembered);
    }

    private Delivery delivery(Recipient recipient, SessionKind kind, Held from, Target target, View view) {
        Target now = new Target(target.policy(), view.head(), target.ruleClass());
        Prediction prediction =
                recipient.ownLayer() ? predict(view, now) : predictions.get(now, _ -> predict(view, now));
        ContentKey key = ContentKey.of(recipient, kind, from, now);
        Content content = contents.get(key, _ -> new Content(key, rules(recipient, kind, from, now, view)));
        return new Delivery(now.policy(), now.ruleClass(), prediction, content);
    }

    /**
     * The rules of a session that began earlier, perhaps on another node; empty when the policy has changed since and
     * this node does not remember them: then only a new session can be true.
     */
    public Optional<Content> again(Recipient recipient, SessionKind kind, Held from, Held target) {
        if (target.policy() == null) {
            return Optional.empty();
        }
        Target wanted = new Target(target.policy(), target.sequence(), target.ruleClass());
        Content known = contents.getIfPresent(ContentKey.of(recipient, kind, from, wanted));
        if (known != null) {
            return Optional.of(known);
        }
        View view = view(recipient, wanted);
        return view.head() == wanted.head()
                ? Optional.of(delivery(recipient, kind, from, wanted, view).content())
                : Optional.empty();
    }

    private static Prediction predict(View view, Target target) {
        return view.prediction(new RuleClass(target.ruleClass()));
    }

    private List<Rule> rules(Recipient recipient, SessionKind kind, Held from, Target target, View view) {
        RuleClass ruleClass = new RuleClass(target.ruleClass());
        return switch (kind) {
            case INCREMENT -> view.rules(ruleClass, from.sequence(), true, true);
            case DIFFERENCE -> difference(recipient, from, view, ruleClass);
            case SNAPSHOT, HEAL -> view.whole(ruleClass, everKnown(recipient));
            case CLEAN -> {
                List<Rule> rules = view.rules(ruleClass, -1, false, false);
                yield rules.isEmpty() ? NOTHING_BUT_A_REMOVAL : rules;
            }
        };
    }

    private List<Rule> difference(Recipient recipient, Held from, View wanted, RuleClass ruleClass) {
        UUID policy = from.policy();
        if (policy == null) {
            throw new IllegalArgumentException("Nothing is known of what the device holds");
        }
        View was = view(recipient, new Target(policy, 0, from.ruleClass()));
        return new Difference(was, from.sequence(), new RuleClass(from.ruleClass())).to(wanted, ruleClass);
    }

    /** Only what ever reached this device: whoever reports a strange hash must not learn of anybody else's rules. */
    private List<RuleKey> everKnown(Recipient recipient) {
        return views.everKnown(
                recipient.organization(), recipient.everyTag(), recipient.ownLayer() ? recipient.device() : null);
    }

    private View view(Recipient recipient, Target target) {
        return recipient.ownLayer()
                ? views.ofDevice(recipient.organization(), target.policy(), recipient.device())
                : views.ofPolicy(recipient.organization(), target.policy(), target.head());
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
            @Nullable UUID ownLayer,
            List<UUID> everyTag) {

        static ContentKey of(Recipient recipient, SessionKind kind, Held from, Target target) {
            UUID policy = target.policy();
            long to = target.head();
            int ruleClass = target.ruleClass();
            UUID own = recipient.ownLayer() ? recipient.device() : null;
            return switch (kind) {
                case INCREMENT ->
                    new ContentKey(kind, policy, from.sequence(), ruleClass, policy, to, ruleClass, own, List.of());
                case DIFFERENCE ->
                    new ContentKey(
                            kind,
                            from.policy(),
                            from.sequence(),
                            from.ruleClass(),
                            policy,
                            to,
                            ruleClass,
                            own,
                            List.of());
                case SNAPSHOT, HEAL ->
                    new ContentKey(kind, null, 0, 0, policy, to, ruleClass, own, recipient.everyTag());
                case CLEAN -> new ContentKey(kind, null, 0, 0, policy, to, ruleClass, own, List.of());
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
