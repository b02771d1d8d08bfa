/** Where the tests' model server listens: known to the system, the server and the tests alike. */
export const MODEL_PORT = 3392;
/** Where nothing listens. */
export const NO_MODEL_PORT = 3393;
