interface SparkBarsProps {
  /** What the bars say, for those who do not see them. */
  reading: string;
  /** From 0 to 1, the oldest first; null where there is nothing to show. */
  values: readonly (number | null)[];
  /** So many at the end are the present, drawn darker; those before are compared with. */
  present: number;
}

const BAR = 7;
const STEP = 10;
const HEIGHT = 28;
/** A value of zero is seen as well. */
const LEAST_HEIGHT = 2;

/** A few bars in the height of two lines. Present and past differ in lightness, and a gap stands between them. */
export function SparkBars({ reading, values, present }: SparkBarsProps) {
  const past = Math.max(0, values.length - present);
  const x = (at: number) => at * STEP + (at >= past && past > 0 ? STEP / 2 : 0);
  const width = values.length * STEP + STEP / 2;
  return (
    <svg
      role="img"
      aria-label={reading}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className="block shrink-0 overflow-visible"
    >
      <title>{reading}</title>
      {values.map((value, at) => {
        const height = value === null ? 0 : Math.max(LEAST_HEIGHT, Math.min(1, value) * HEIGHT);
        return (
          <rect
            // Bars have no names; their place is what they are.
            key={x(at)}
            x={x(at)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            rx="1"
            className={at >= past ? "fill-ink" : "fill-edge"}
          />
        );
      })}
    </svg>
  );
}
