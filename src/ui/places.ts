/** A place that the navigation, the command menu and `g` plus its letter lead to. */
export interface Place {
  href: string;
  label: string;
  /** Pressed after `g`. */
  letter: string;
  /** How much is new there. */
  unread?: number;
}
