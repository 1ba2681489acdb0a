import { LIMIT_TAGS, PRICE_TAGS, SIZE_TAGS, WORKLOAD_TAGS, type Tags } from "./grammar";

/** What a variant takes out: a whole part, `w1 -`, or behind a tag, `k-`. */
export const NONE = "-";
/** The word that stands before the model that a variant changes to. */
export const MODEL_MARK = "on";
/** The word for the service tier that a workload has without any. */
export const STANDARD_MARK = "standard";

const within = (group: string, tags: Tags): Tags => tags.map(([tag, field]) => [tag, `${group}.${field}`]);

/** Tags of what a variant may change in a workload, with the path of each within it. */
export const WORKLOAD_CHANGES: Tags = [...WORKLOAD_TAGS, ["ranges", "ranges"]];
/** The same of a user's own facts on one model. */
export const OVERRIDE_CHANGES: Tags = [
  ...within("price", PRICE_TAGS),
  ...within("limits", LIMIT_TAGS),
  ...SIZE_TAGS,
  ["price", "price"],
  ["limits", "limits"],
];
