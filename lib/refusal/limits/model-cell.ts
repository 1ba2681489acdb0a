import { findModel, modelNamed } from "@/lib/catalogue";
import { withoutOwner } from "../types";

const ID = /^[a-z0-9][a-z0-9._:/-]*\*?$/i;
/** Marks before and after a model’s name in lists, tables and log lines. */
const MARKS = /^[\s|•*–—-]+(?=[a-z0-9`"'])|[\s|:,;=–—-]+$/gi;

/** The model that a text is, and nothing but; `null` where it is not one id, or words that name one. */
export function modelOfCell(text: string): string | null {
  const bare = text
    .replace(MARKS, "")
    .replace(/^[`"']+|[`"']+$/g, "")
    .trim();
  const id = ID.test(bare) ? bare : bare.replace(/\s+/g, "-");
  const model = withoutOwner((modelNamed(id.toLowerCase()) ?? "").replace(/^model[:=]/, ""));
  if (!ID.test(model) || !/[a-z]/.test(model)) return null;
  return id === bare || findModel(model) ? model : null;
}

/** Whether a line is a model’s name by itself: with a digit or a dash, or one of the catalogue. */
export function isModelLine(text: string): boolean {
  const model = modelOfCell(text);
  return model !== null && !/\s/.test(text.trim()) && (findModel(model) !== undefined || /[\d-]/.test(model));
}
