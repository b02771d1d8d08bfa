import { buttonClass } from "#ui/button.tsx";
import { Section } from "#ui/page-header.tsx";

interface ExportLinksProps {
  files: readonly { name: string; says: string; csvHref: string; jsonHref: string }[];
}

/** What is shown, to take away. */
export function ExportLinks({ files }: ExportLinksProps) {
  return (
    <div id="export" className="scroll-mt-16 pt-8">
      <Section title="Export">
        <ul className="border-t border-line">
          {files.map(({ name, says, csvHref, jsonHref }) => (
            <li
              key={name}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
            >
              <p>
                {name} <span className="block text-sm text-soft">{says}</span>
              </p>
              <p className="flex gap-2">
                <a className={buttonClass()} href={csvHref} download aria-label={`${name} as CSV`}>
                  CSV
                </a>
                <a className={buttonClass()} href={jsonHref} download aria-label={`${name} as JSON`}>
                  JSON
                </a>
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
