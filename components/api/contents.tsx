import { BesideHead, besideLook } from "@/components/ui/page/pane-page";
import type { FieldsTable } from "./fields";

const SECTIONS = [
  { id: "calls", name: "Calls" },
  { id: "by-link", name: "The estimate of a link" },
  { id: "by-body", name: "The estimate of a scenario" },
  { id: "answer", name: "The answer" },
  { id: "csv", name: "The bill as CSV" },
  { id: "compare", name: "Every model" },
  { id: "forecast", name: "Forecast" },
  { id: "range", name: "How sure a month is" },
  { id: "simulate", name: "Traffic under limits" },
  { id: "catalogue", name: "The catalogue" },
  { id: "link", name: "Writing links" },
  { id: "errors", name: "Errors and limits" },
] as const;

/** The way around the page, down to each table. */
export function Contents({ tables }: { tables: Readonly<Partial<Record<string, readonly FieldsTable[]>>> }) {
  return (
    <nav className={besideLook()} aria-label="On this page">
      <BesideHead>
        <h2>On this page</h2>
      </BesideHead>
      <ul className="tablet:max-wide:contents wide:col-span-2">
        {SECTIONS.map(({ id, name }) => (
          <li key={id} className="mb-2 text-13">
            <a
              className="block py-[3px] font-semibold text-ink no-underline hover:text-accent max-tablet:py-2"
              href={`#${id}`}
            >
              {name}
            </a>
            <ul className="max-tablet:hidden">
              {tables[id]?.map((table) => (
                <li key={table.name}>
                  <a
                    className="block py-[3px] text-ink-2 no-underline hover:text-accent hover:underline"
                    href={`#schema-${table.name}`}
                  >
                    {table.name}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
