package io.gatehouse.kernel;

/** Lets an action go on only when the person has shown a factor for exactly this one, once and a moment ago. */
public interface FreshFactors {

    /** Header by which a refusal names the waiting action, and a repeated call names the one that was confirmed. */
    String HEADER = "X-Fresh-Factor";

    /** The same as a parameter of the address, for a download that the browser itself opens. */
    String PARAMETER = "freshFactor";

    /**
     * Demands it of the running request, whose endpoint bears {@link FreshFactor}.
     *
     * @throws ProblemException without it; the answer's header names what waits for it
     */
    void demand();
}
