import { findModel } from "@/lib/catalogue";

/** The id that limits and prices go by: the catalogue's own id for a snapshot, else the name itself. */
export function poolOf(model: string): string {
  return findModel(model)?.id ?? model;
}
