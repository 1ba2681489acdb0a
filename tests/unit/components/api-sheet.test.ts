import { describe, expect, it } from "vitest";
import { SHEET } from "@/components/api/sheet";
import { decodeLink } from "@/lib/link";
import { checkScenario } from "@/lib/scenario";

/** What a spreadsheet makes of a formula of texts, cells, `&`, `=""`, IF, ENCODEURL and TEXTJOIN over a range. */
function evaluate(formula: string, cells: Readonly<Record<string, string>>): string {
  const tokens = formula.slice(1).match(/"(?:[^"]|"")*"|[A-Z]+\d+(?::[A-Z]+\d+)?|[A-Z]+|[&=(),]/g)!;
  let at = 0;
  const take = () => tokens[at++]!;

  function term(): string[] {
    const token = take();
    if (token.startsWith('"')) return [token.slice(1, -1).replaceAll('""', '"')];
    const range = /^([A-Z]+)(\d+):\1(\d+)$/.exec(token);
    if (range)
      return Array.from(
        { length: Number(range[3]) - Number(range[2]) + 1 },
        (_, row) => cells[`${range[1]}${Number(range[2]) + row}`] ?? "",
      );
    if (/\d/.test(token)) return [cells[token] ?? ""];
    if (token === "TRUE") return [token];
    take();
    const values = [expression()];
    while (take() === ",") values.push(expression());
    if (token === "ENCODEURL") return [encodeURIComponent(values[0]![0]!)];
    if (token === "IF") return values[0]![0] === "TRUE" ? values[1]! : values[2]!;
    if (token === "TEXTJOIN")
      return [values[2]!.filter((text) => text !== "" || values[1]![0] !== "TRUE").join(values[0]![0])];
    throw new Error(`no function ${token}`);
  }
  function joined(): string[] {
    let value = term();
    while (tokens[at] === "&") {
      at++;
      value = [value[0]! + term()[0]!];
    }
    return value;
  }
  function expression(): string[] {
    const left = joined();
    if (tokens[at] !== "=") return left;
    at++;
    return [left[0] === joined()[0] ? "TRUE" : "FALSE"];
  }
  return expression()[0]!;
}

describe("the spreadsheet of the API page", () => {
  const row = (line: number, values: readonly string[]) =>
    Object.fromEntries(values.map((value, index) => [`${"ABCDEFGH"[index]}${line}`, value]));
  const linkOf = (rows: readonly (readonly string[])[]) => {
    const cells: Record<string, string> = Object.assign({}, ...rows.map((values, index) => row(index + 2, values)));
    for (let line = 2; line <= 21; line++)
      cells[`I${line}`] = evaluate(SHEET.row.replace(/([A-H])2/g, `$1${line}`), cells);
    return evaluate(SHEET.link, cells);
  };

  it("comes to the link that stands below it", () => {
    expect(linkOf([SHEET.cells])).toBe(SHEET.result);
  });

  it("writes links that open without a fault, whatever a name holds, a cap or none", () => {
    const decoded = decodeLink(
      new URL(
        linkOf([
          SHEET.cells,
          ['50 % & "more": a+b', "o3-mini", "0.5", "mo", "700", "50", "0", ""],
          ["", "o1", "3", "d", "10", "0", "0", ""],
        ]),
      ).search,
    );
    const workload = { requests: 0.5, per: "month", inputTokens: 700, visibleOutputTokens: 50 };
    expect(decoded).toEqual({
      faults: [],
      ...checkScenario({
        asOf: "2026-11-23",
        usageTier: 3,
        workloads: [
          {
            name: "Support chat",
            model: "o1-mini",
            requests: 120,
            per: "minute",
            inputTokens: 1500,
            visibleOutputTokens: 300,
            reasoningTokens: 900,
            maxCompletionTokens: 8000,
          },
          { name: '50 % & "more": a+b', model: "o3-mini", ...workload },
          { model: "o1", requests: 3, per: "day", inputTokens: 10 },
        ],
      }),
    });
  });
});
