import { MOST } from "@/lib/scenario";
import { formatNumber } from "@/lib/view/text";

const PARTS = [
  ["tier 5", "a key of the scenario and its value; budget - takes it out"],
  ["w0 on o1 40/h r600 k-", "of the first workload: model, rate, tags, words; a tag with a dash is taken out"],
  ["w0 40/", "requests alone; /h the period alone"],
  ["w0 r300~2000", "a range; r~ takes it out, ranges- all of them"],
  ["w0.name Night run", "its name, up to the semicolon"],
  ["w1 -", "takes the second workload out"],
  ["w Night:o1 b 5/h i500", "puts a workload in behind the others"],
  ["m0 i1.5 r-", "the same of your own facts; price- and limits- take those out"],
  ["backlog n2000", "the same of the backlog; backlog - takes it out"],
  ["growth 8/12", "of growth; 8/ and /12 are either alone"],
] as const;

/** How ranges, growth and variants are written. */
export function GrownGrammar() {
  return (
    <>
      <h3 className="text-16 font-semibold">A range</h3>
      <p className="mb-5 text-ink-2">
        <code>r300~2000</code>: the mean is not known; one case in ten is under 300, one in ten over 2,000. The number
        itself stands beside it, <code>r600 r300~2000</code>, and may be left out where it is the middle: the median of
        that log-normal, √(low × high), in three digits. Of requests it reads <code>8~50/m</code>. Tags{" "}
        <code>x i c v r</code> and the rate take one.
      </p>
      <h3 className="text-16 font-semibold">Growth</h3>
      <p className="mb-5 text-ink-2">
        <code>8/12</code>: 8 % a month, for 12 months; below zero, <code>-5/12</code>. Behind it <code>paid1200</code>,
        USD paid before, and <code>tier-follows</code>.
      </p>
      <h3 className="text-16 font-semibold">A variant</h3>
      <p className="mb-1 text-ink-2">
        <code>name:part;part</code>, such as <code>On o1, twice:w0 on o1 40/m;tier 5</code>. The name ends at the first
        colon; what no part names follows the scenario. Workloads and own facts are counted from 0. In a text{" "}
        <code>%</code> and <code>;</code>, in the name also <code>:</code>, are percent-encoded once more. At most{" "}
        {formatNumber(MOST.changes)} characters of changes as JSON.
      </p>
      <dl className="mb-5">
        {PARTS.map(([part, meaning]) => (
          <div key={part} className="border-t border-line py-1">
            <dt>
              <code>{part}</code>
            </dt>
            <dd className="text-ink-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
