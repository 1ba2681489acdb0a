import catalogue from "./data/checked-on.json" with { type: "json" };
import type { Day } from "./types";

/**
 * The day the catalogue as a whole was last compared with its sources. A scenario without `asOf` takes this
 * day.
 */
export const CHECKED_ON: Day = catalogue.checkedOn;
