/** A file of the tree, its path from the root with forward slashes. */
export interface TreeFile {
  path: string;
  text: string;
}

/** One rule of the house over one file: what is wrong with it, in words, or nothing. */
export interface HouseRule {
  name: string;
  problems(file: TreeFile): string[];
}
