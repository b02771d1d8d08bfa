/** Shortest and longest episode that a project may ask for, in minutes of reading. A file apart: forms in the browser use it, without zod. */
export const FEWEST_MINUTES = 2;
export const MOST_MINUTES = 30;
