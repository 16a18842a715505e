package io.gatehouse.approvals.routing;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a condition may not do although the language could: lists within lists, whose comparison no meter sees, and
 * patterns that are long or not written out.
 */
final class Restraint {

    private static final int LONGEST_PATTERN = 200;
    private static final Set<CelKind> SINGLE = EnumSet.of(
            CelKind.BOOL,
            CelKind.STRING,
            CelKind.INT,
            CelKind.UINT,
            CelKind.DOUBLE,
            CelKind.TIMESTAMP,
            CelKind.DURATION);

    private Restraint() {}

    static List<Flaw> flaws(CelAbstractSyntaxTree tree) {
        return Stream.concat(nested(tree), patterns(tree)).toList();
    }

    private static Stream<Flaw> nested(CelAbstractSyntaxTree tree) {
        return tree.getTypeMap().entrySet().stream()
                .filter(typed -> !isFlat(typed.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(typed -> flaw(
                        tree,
                        typed.getKey(),
                        "only texts, numbers, truth values, times and lists of these are possible here"))
                .limit(1);
    }

    private static boolean isFlat(CelType type) {
        return SINGLE.contains(type.kind())
                || type.kind() == CelKind.LIST && type.parameters().stream().allMatch(of -> SINGLE.contains(of.kind()));
    }

    private static Stream<Flaw> patterns(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(part -> part.getKind() == CelExpr.ExprKind.Kind.CALL
                        && part.call().function().equals("matches"))
                .map(part -> part.call().args().getLast())
                .flatMap(pattern -> refused(pattern).map(why -> flaw(tree, pattern.id(), why)).stream());
    }

    private static Optional<String> refused(CelExpr pattern) {
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return Optional.of("the pattern of matches must be written out");
        }
        String text = pattern.constant().stringValue();
        return text.length() > LONGEST_PATTERN
                ? Optional.of("the pattern of matches must have at most " + LONGEST_PATTERN + " characters")
                : Patterns.flaw(text);
    }

    private static Flaw flaw(CelAbstractSyntaxTree tree, long part, String message) {
        CelSourceLocation place = Optional.ofNullable(
                        tree.getSource().getPositionsMap().get(part))
                .flatMap(tree.getSource()::getOffsetLocation)
                .orElse(CelSourceLocation.of(1, 0));
        return new Flaw(place.getLine(), place.getColumn() + 1, message);
    }
}
