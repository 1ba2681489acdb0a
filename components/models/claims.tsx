import type { Claim, Endpoint, Support } from "@/lib/cards";
import { NoMark, WarnMark } from "@/components/ui/marks";
import { UnknownMark, YesMark } from "@/components/ui/more-marks";
import { Table } from "@/components/ui/table";
import { Sureness } from "./fact";
import styles from "./claims.module.css";

const LOOK: Record<Support, { Mark: typeof YesMark; colour: string; word: string }> = {
  yes: { Mark: YesMark, colour: "text-ok", word: "Supported" },
  no: { Mark: NoMark, colour: "text-ink-3", word: "Not supported" },
  disputed: { Mark: WarnMark, colour: "text-near", word: "Disputed" },
  "not-established": { Mark: UnknownMark, colour: "text-ink-2", word: "Not established" },
};

function SupportMark({ support, words = false }: { support: Support; words?: boolean }) {
  const { Mark, colour, word } = LOOK[support];
  return (
    <span className="whitespace-nowrap">
      <Mark size={13} className={colour} label={words ? undefined : word} />
      {words && <span className={`ml-2 ${support === "no" ? "text-ink-2" : ""}`}>{word}</span>}
    </span>
  );
}

/** Neighbours that rest on the same evidence share one cell. */
function spans(endpoints: readonly Endpoint[]): number[] {
  return endpoints.map((endpoint, i) => {
    const same = (at: number) =>
      endpoints[at]?.evidence === endpoint.evidence && endpoints[at]?.support === endpoint.support;
    if (same(i - 1)) return 0;
    let rows = 1;
    while (same(i + rows)) rows++;
    return rows;
  });
}

/** Every endpoint, whether the model answers there, and what that rests on. */
export function EndpointsTable({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const rows = spans(endpoints);
  return (
    <Table compact className={styles.claims} caption="Endpoints">
      <thead>
        <tr>
          <th scope="col">Endpoint</th>
          <th scope="col" className="max-tablet:hidden">
            Support
          </th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {endpoints.map(({ name, path, support, evidence, confidence }, i) => (
          <tr key={name}>
            <th scope="row">
              <span className="mr-2 tablet:hidden">
                <SupportMark support={support} />
              </span>
              {name} <code className="block text-12 whitespace-nowrap text-ink-3">{path}</code>
            </th>
            <td className="max-tablet:hidden">
              <SupportMark support={support} words />
            </td>
            {rows[i]! > 0 && (
              <td rowSpan={rows[i]} className={rows[i]! > 1 ? styles.shared : ""}>
                <p className="max-w-[60ch] text-small text-ink-2">
                  {evidence} <Sureness confidence={confidence} />
                </p>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Claims in a column: the mark, the thing, the evidence on asking. */
export function ClaimList({ title, claims }: { title: string; claims: readonly Claim[] }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul>
        {claims.map(({ name, support, evidence, confidence }) => (
          <li key={name} className="border-t border-line py-[5px]">
            <details>
              <summary className="flex list-none items-center gap-2 [&::-webkit-details-marker]:hidden">
                <SupportMark support={support} />
                <span className={`flex-1 ${support === "no" ? "text-ink-2" : ""}`}>{name}</span>
                <span className="text-small text-ink-3 underline decoration-dotted underline-offset-4">why</span>
              </summary>
              <p className="mt-1 pl-[21px] text-small text-ink-2">
                {evidence} <Sureness confidence={confidence} />
              </p>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
