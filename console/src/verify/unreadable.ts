/** The file could not be checked; nothing is said about whether it was changed. */
export class Unreadable extends Error {}
