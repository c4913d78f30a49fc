/** Ms for which a test waits for what is to become so: a net for what hangs, not a measure of speed. */
export const WAIT = 30_000;
