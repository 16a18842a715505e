package io.gatehouse.notifications.mail;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.PersonRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, before it takes a form.
 *
 * @param name of the recipient; null when nobody knows it
 * @param from who writes, as its head says: an organization, or the installation
 * @param accent colour of that organization, {@code #rrggbb}
 * @param paragraphs before the link
 * @param action what the link does, and where it leads; null when there is none
 * @param closing paragraphs after the link
 * @param enclosure a file that comes along
 */
record Letter(
        String email,
        @Nullable String name,
        String from,
        String accent,
        String subject,
        List<String> paragraphs,
        @Nullable Action action,
        List<String> closing,
        @Nullable Enclosure enclosure) {

    Letter(
            String email,
            @Nullable String name,
            String from,
            String accent,
            String subject,
            List<String> paragraphs,
            @Nullable Action action,
            List<String> closing) {
        this(email, name, from, accent, subject, paragraphs, action, closing, null);
    }

    /** A file whose text arrives byte for byte. */
    record Enclosure(String name, String text) {}

    /** A link as a button. */
    record Action(String label, String link) {

        @Override
        public String toString() {
            return "Action[" + label + "]";
        }
    }

    /** What an organization writes to somebody. */
    static Letter of(
            Organization from,
            PersonRef to,
            String subject,
            List<String> paragraphs,
            Action action,
            List<String> closing) {
        return new Letter(
                to.email(), to.displayName(), from.name(), from.accentColor(), subject, paragraphs, action, closing);
    }

    Letter enclosing(Enclosure file) {
        return new Letter(email, name, from, accent, subject, paragraphs, action, closing, file);
    }

    String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
