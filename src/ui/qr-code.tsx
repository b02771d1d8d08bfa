import { create } from "qrcode";

/** Modules of light around it, without which a camera does not find it (ISO/IEC 18004). */
const QUIET = 4;

/** A picture for a phone's camera: dark on light in either theme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const dark: string[] = [];
  for (const [index, module] of data.entries()) {
    if (module) dark.push(`M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z`);
  }
  const side = size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="w-52 rounded-md border border-line"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
