package io.gatehouse.santa.sync.session;

/** How what a Mac reports of its rules relates to what was predicted. */
public enum HashState {
    /** No sync has told yet. */
    UNKNOWN,
    /** The reported hash is the predicted one. */
    EXACT,
    /** The client reports no exact hash; its numbers of rules fit. */
    COUNTS,
    /** A standalone Mac with rules that its person made. */
    LOCAL_RULES,
    /** They differ, and everything is being sent again. */
    HEALING,
    /** They still differ after everything was sent. */
    DRIFTED
}
