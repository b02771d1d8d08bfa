/** The mark of a cut inside a quotation. */
export const CUT = "[…]";
