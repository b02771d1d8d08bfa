/** Where the tests' mail server listens, and where it shows what it got: known to the system, the server and the tests alike. */
export const SMTP_PORT = 3325;
export const MAILBOX_PORT = 3380;
