/** One thing that was looked at. It holds when there are no problems; each problem names its place first. */
export interface Check {
  name: string;
  problems: string[];
}
