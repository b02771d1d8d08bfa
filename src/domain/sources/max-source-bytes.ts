/**
 * The most that one file or paste may weigh. Pages show it, the upload route and the server in front stop reading there; a file apart, so
 * that none of them loads what reads sources.
 */
export const MAX_SOURCE_BYTES = 20 * 1024 * 1024;
