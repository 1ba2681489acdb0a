import type { OpenReading, Readings, UsageReport } from "@/lib/usage";
import { formatDay } from "@/lib/view/text";

/** A question, what each answer makes of the cell it is about, and the answer that was given, if any. */
interface OpenQuestion {
  readonly about: keyof Readings;
  readonly text: string;
  readonly answers: readonly { readonly label: string; readonly readings: Readings; readonly isGiven: boolean }[];
}

/** Both days that a date can be, in words. */
function days(sample: string): readonly [dayFirst: string, monthFirst: string] {
  const [first = "", second = "", year = ""] = sample.split(/[./ -]/);
  const day = (month: string, of: string) => formatDay(`${year}-${month.padStart(2, "0")}-${of.padStart(2, "0")}`);
  return [day(second, first), day(first, second)];
}

function questionOf({ about, sample }: OpenReading, given: Readings): OpenQuestion {
  if (about === "dates") {
    const [dayFirst, monthFirst] = days(sample);
    return {
      about,
      text: `Which day is ${sample}?`,
      answers: [
        { label: dayFirst, readings: { dates: "day-first" }, isGiven: given.dates === "day-first" },
        { label: monthFirst, readings: { dates: "month-first" }, isGiven: given.dates === "month-first" },
      ],
    };
  }
  const [whole = ""] = sample.split(".");
  return {
    about,
    text: `How many tokens are ${sample}?`,
    answers: [
      {
        label: sample.replace(".", ","),
        readings: { numbers: "decimal-comma" },
        isGiven: given.numbers === "decimal-comma",
      },
      { label: whole, readings: { numbers: "decimal-point" }, isGiven: given.numbers === "decimal-point" },
    ],
  };
}

/** What the table of a log leaves open, with both readings of a cell in it; `given`: what was answered before. */
export const openQuestions = ({ open = [] }: UsageReport, given: Readings): readonly OpenQuestion[] =>
  open.map((one) => questionOf(one, given));
