// The derived catalogue in two: what an estimate needs, and what is only told of a fact.

/**
 * @import { DerivedModel, DerivedPrice } from "@/lib/catalogue/expand"
 * @import { DerivedNotes, DerivedPriceNotes } from "@/lib/catalogue/notes"
 */

/** @typedef {DerivedPrice & DerivedPriceNotes} NotedPrice */
/**
 * A model with the notes on its facts.
 * @typedef {Omit<DerivedModel, "prices"> & { prices: NotedPrice[], ladderNote?: string, retiresNote?: string }}
 * NotedModel
 */

/** @param {NotedModel} model @returns {DerivedModel} */
export function withoutNotes({ ladderNote: _, retiresNote: __, prices, ...model }) {
  return { ...model, prices: prices.map(({ note: _, batchPrinted: __, writesPrinted: ___, ...row }) => row) };
}

/** @param {readonly NotedModel[]} models @returns {Record<string, DerivedNotes>} models without a note are left out */
export function notesOf(models) {
  return Object.fromEntries(
    models.flatMap(({ id, ladderNote, retiresNote, prices }) => {
      const rows = prices.flatMap(({ from, note, batchPrinted, writesPrinted }) =>
        note || batchPrinted || writesPrinted
          ? [
              [
                from,
                {
                  ...(writesPrinted && { writesPrinted }),
                  ...(batchPrinted && { batchPrinted }),
                  ...(note && { note }),
                },
              ],
            ]
          : [],
      );
      const notes = {
        ...(rows.length > 0 && { prices: Object.fromEntries(rows) }),
        ...(ladderNote && { ladder: ladderNote }),
        ...(retiresNote && { retires: retiresNote }),
      };
      return Object.keys(notes).length > 0 ? [[id, notes]] : [];
    }),
  );
}
