package io.gatehouse.santa.protocol.rule;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.nio.charset.StandardCharsets;

/**
 * The hash that clients from 2025.8 report over their rule table (rulesHash of preflight and postflight): XXH3-128, seed 0, over identifier, CEL
 * expression, state and type of every rule, in the order in which the rows were last written. Messages and links are not covered.
 *
 * <p>Not safe for use by many threads; one instance makes one hash.
 */
public final class RulesHash {

    /** The hash of an empty table. */
    public static final String EMPTY = "99aa06d3014798d86001c324468d497f";

    private final HashStream128 stream = Hashing.xxh3_128().hashStream();

    /**
     * Takes the next row.
     *
     * @param identifier in the client's form, see {@link RuleIdentifier}
     * @param celExpr the expression of a CEL rule, otherwise empty
     * @param policy as the client stores it, that is after gating for its version; REMOVE leaves no row and is refused
     */
    public RulesHash add(RuleType type, String identifier, Policy policy, String celExpr) {
        stream.putBytes(identifier.getBytes(StandardCharsets.UTF_8));
        stream.putBytes(celExpr.getBytes(StandardCharsets.UTF_8));
        stream.putInt(state(policy));
        stream.putInt(type(type));
        return this;
    }

    /** The hash of the rows so far: 32 hexadecimal digits in lower case. */
    public String value() {
        HashValue128 hash = stream.get();
        return "%016x%016x".formatted(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
    }

    /** The client's number of a rule state. States 6 to 8, 10 and 11 are rules that no server of this protocol sends. */
    private static int state(Policy policy) {
        return switch (policy) {
            case ALLOWLIST -> 1;
            case BLOCKLIST -> 2;
            case SILENT_BLOCKLIST -> 3;
            case ALLOWLIST_COMPILER -> 5;
            case CEL -> 9;
            case SILENT_GUI_BLOCKLIST -> 12;
            case SILENT_TTY_BLOCKLIST -> 13;
            case REMOVE -> throw new IllegalArgumentException("a removed rule has no row");
        };
    }

    /** The client's number of a rule type. */
    private static int type(RuleType type) {
        return switch (type) {
            case CDHASH -> 500;
            case BINARY -> 1000;
            case SIGNINGID -> 2000;
            case CERTIFICATE -> 3000;
            case TEAMID -> 4000;
        };
    }
}
