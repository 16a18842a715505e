package io.gatehouse.approvals.routing;

import dev.cel.common.CelErrorCode;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;

/**
 * Counts what one evaluation costs: a step for each part of the condition each time, and as many as the part's value is
 * long. From the limit on every further step fails, so that neither loops nor growing texts keep the server busy.
 */
final class Meter implements CelEvaluationListener {

    private static final int MOST = 20_000;

    private int spent;

    @Override
    public void callback(CelExpr part, Object value) {
        spent += 1 + size(value);
        if (isExceeded()) {
            throw new TooCostly();
        }
    }

    private static int size(Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case Collection<?> list -> list.size();
            default -> 0;
        };
    }

    /** Whether it was too much; the value counts for nothing then, whatever it is. */
    boolean isExceeded() {
        return spent > MOST;
    }

    private static final class TooCostly extends CelRuntimeException {

        private static final long serialVersionUID = 1;

        private TooCostly() {
            super(
                    new IllegalStateException("it takes more than " + MOST + " steps"),
                    CelErrorCode.ITERATION_BUDGET_EXCEEDED);
        }
    }
}
