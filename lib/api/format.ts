import { refusal, type Issue } from "@/lib/fields";

const FORMATS = ["json", "csv"] as const;
/** The format of an answer. */
export type Format = (typeof FORMATS)[number];

/** The format that a query names, apart from the rest of it. */
interface FormatQuery {
  /** `null`: the query does not say. */
  readonly format: Format | null;
  /** The pieces of the query that are not about the format, as they came. */
  readonly rest: readonly string[];
  readonly faults: readonly Issue[];
}

/** Takes `format` off a query, with or without its `?`. */
export function takeFormat(query: string): FormatQuery {
  const rest: string[] = [];
  const values: string[] = [];
  for (const piece of query.replace(/^\?/, "").split("&")) {
    const value = new URLSearchParams(piece).get("format");
    if (value === null) rest.push(piece);
    else values.push(value);
  }
  const format = FORMATS.find((known) => known === values[0]) ?? null;
  const wrong = values.filter((value, index) => index > 0 || value !== format);
  return {
    format,
    rest,
    faults: wrong.map((value) => ({ path: "format", message: refusal("format", value, 'one of "json", "csv", once') })),
  };
}

/**
 * How much a client prefers a media type, 0 to 1, and its place in the list where it is named; `Infinity`
 * where it is not.
 */
function preference(
  accept: string,
  type: string,
  subtype: string,
): { readonly quality: number; readonly place: number } {
  let best = { quality: 0, place: Infinity, precision: -1 };
  accept.split(",").forEach((range, index) => {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const precision = ["*/*", `${type}/*`, `${type}/${subtype}`].indexOf(name);
    if (precision <= best.precision) return;
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    best = {
      quality: /^(0(\.\d*)?|1(\.0*)?)$/.test(weight) ? Number(weight) : 0,
      place: precision === 2 ? index : Infinity,
      precision,
    };
  });
  return best;
}

/**
 * The format of an answer: the one the query names; else CSV for a client that prefers it to JSON, or as much
 * and names it first.
 */
export function chooseFormat(named: Format | null, accept: string | null): Format {
  if (named !== null || accept === null) return named ?? "json";
  const csv = preference(accept, "text", "csv");
  const json = preference(accept, "application", "json");
  return csv.quality > json.quality || (csv.quality > 0 && csv.quality === json.quality && csv.place < json.place)
    ? "csv"
    : "json";
}
