package io.gatehouse.approvals;

import java.util.Map;

/**
 * What somebody asks for. The requester is the acting person of the scope.
 *
 * @param kind which {@link Executor} carries it out
 * @param subjectKey what it is about: one person has at most one open request for each; 1 to 255 characters
 * @param title as shown in lists, 1 to 255 characters
 * @param subject everything that an approver must know to decide; part of the content hash
 * @param justification why, in the requester's words
 */
public record NewRequest(
        String kind, String subjectKey, String title, Map<String, String> subject, Statement justification) {

    /** Takes a copy of the subject. */
    public NewRequest {
        subject = Map.copyOf(subject);
    }
}
