import sources from "./data/sources.json" with { type: "json" };
import type { Source, SourceId } from "./types";

/** Every public text a fact was taken from, by its id. */
export const SOURCES: Readonly<Record<SourceId, Source>> = sources;
