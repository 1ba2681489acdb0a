// What must hold of the catalogue on a day; each finding is one sentence.

/**
 * @import { Model, Source } from "@/lib/catalogue"
 * @import { Difference } from "./compare.mjs"
 * @import { Packages } from "./sources.mjs"
 */
import { idle, reasonOf } from "./explained.mjs";

/** Days after which a fact must be compared with its source again. */
const MAX_AGE_DAYS = { prices: 45, others: 90 };

const DAY_MS = 86_400_000;

/**
 * Facts last checked too long before `day`, by place and date.
 * @param {{ models: readonly Model[], others: Readonly<Record<string, unknown>> }} facts
 * @param {string} day
 */
export function staleFacts({ models, others }, day) {
  const places = [
    ...models.flatMap((model) =>
      Object.entries(model).map(([part, value]) => /** @type {const} */ ([`${model.id} ${part}`, value])),
    ),
    ...Object.entries(others),
  ];
  return places.flatMap(([place, value]) => {
    const limit = place.endsWith(" prices") ? MAX_AGE_DAYS.prices : MAX_AGE_DAYS.others;
    const stale = checkedDays(value).filter((checked) => (Date.parse(day) - Date.parse(checked)) / DAY_MS > limit);
    return stale.length > 0
      ? [`${place}: last checked on ${stale.sort()[0]}, more than ${limit} days before ${day}`]
      : [];
  });
}

/** @param {unknown} value @returns {string[]} */
function checkedDays(value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "checkedOn" ? [inner] : checkedDays(inner)));
}

/**
 * What a schema refuses of a data file.
 * @param {string} place
 * @param {import("zod").ZodType} schema
 * @param {unknown} data
 */
export function damaged(place, schema, data) {
  const { error } = schema.safeParse(data);
  return (error?.issues ?? []).map(({ path, message }) => `${place} ${path.map(String).join(".")}: ${message}`);
}

/** Differences without a reason, and reasons without a difference. @param {readonly Difference[]} found */
export function unexplained(found) {
  return [
    ...found
      .filter((difference) => reasonOf(difference) === undefined)
      .map((difference) => `${spoken(difference)}, and no reason is given`),
    ...idle(found).map((known) => `${spoken(known)}: explained, but no longer so`),
  ];
}

/** @param {Difference} difference */
export const spoken = ({ id, field, theirs, ours }) => `${id}, ${field}: ${theirs} in the package, ${ours} here`;

/**
 * Derived files that are not what a refresh would write.
 * @param {readonly { path: string, text: string }[]} files
 * @param {(path: string) => string | undefined} read
 */
export const outdated = (files, read) =>
  files
    .filter(({ path, text }) => read(path) !== text)
    .map(({ path }) => `${path} is not what npm run catalogue:refresh writes`);

/**
 * Sources that name another version of a package than the one installed.
 * @param {Packages["versions"]} versions
 * @param {Readonly<Record<string, Source>>} sources
 */
export function wrongVersions({ limits, prices }, sources) {
  return Object.entries({ "model-page-data": limits, "genai-prices": prices }).flatMap(([id, version]) =>
    sources[id]?.title.includes(version) ? [] : [`source ${id} does not name ${version}`],
  );
}
