package io.gatehouse.notifications.mail;

import io.gatehouse.kernel.OutgoingRefusal;
import jakarta.mail.AuthenticationFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** A letter that was not sent, and why, in words that an operator may read: no address is among them. */
final class MailFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;
    private static final int FIRST_FINAL_REPLY = 500;
    private static final int DEEPEST = 10;

    private final boolean lasting;

    private MailFailure(String text, boolean lasting, Throwable cause) {
        super(text, cause);
        this.lasting = lasting;
    }

    /** What an attempt ended in. */
    static MailFailure of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < DEEPEST && cause != null; depth++) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return new MailFailure(clean(refused.getMessage()), isFinal(refused.getReturnCode()), failure);
            }
            if (cause instanceof SMTPSendFailedException refused && refused.getNextException() == null) {
                return new MailFailure(clean(refused.getMessage()), isFinal(refused.getReturnCode()), failure);
            }
            if (cause instanceof AuthenticationFailedException) {
                return new MailFailure("The mail server does not accept the user name and password", false, failure);
            }
            if (cause instanceof OutgoingRefusal) {
                return new MailFailure(clean(cause.getMessage()), false, failure);
            }
            cause = cause.getCause();
        }
        return new MailFailure(
                clean(NestedExceptionUtils.getMostSpecificCause(failure).toString()), false, failure);
    }

    /** A letter that no server can be given. */
    static MailFailure unsendable(Throwable cause) {
        return new MailFailure("The address or the text is not one that can be sent", true, cause);
    }

    /** Whether trying again would change nothing. */
    boolean isFinal() {
        return lasting;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    private static boolean isFinal(int reply) {
        return reply >= FIRST_FINAL_REPLY;
    }

    private static String clean(@Nullable String text) {
        String clean = String.valueOf(text)
                .replaceAll("\\S+@\\S+", "(address)")
                .replaceAll("[\\p{Cc}\\p{Cf}]+", " ")
                .strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}
