import type { TableColumns } from "../report";
import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import { CellsReader } from "./cells";
import { layoutOf, tellsUsage, usesOf, type Layout } from "../columns/layout";
import type { JsonDates } from "../objects/json-dates";
import type { Json } from "./values";
import { ValueCells } from "./value-cells";

const MOST_LAYOUTS = 200;
const SAMPLE_ROWS = 5;
const LONGEST_SAMPLE = 60;

interface Flat {
  readonly layout: Layout;
  readonly reader: CellsReader;
}

/**
 * Reads objects as rows of a table, their keys the names of the columns; objects with other keys are another
 * table.
 */
export class FlatRows {
  private readonly flats = new Map<string, Flat | null>();
  private first: { readonly names: readonly string[]; readonly layout: Layout } | null = null;
  private readonly sample: string[][] = [];

  /** `uses`: the columns a person chose, as places among the keys of the first object. */
  constructor(
    private readonly tally: UsageTally,
    private readonly row: RowDraft,
    private readonly uses: TableColumns["uses"] | undefined,
    private readonly dates: JsonDates,
  ) {}

  /**
   * Reads a row; returns the layout it was read by, or `null` where no key tells tokens or cost and the row
   * is left out.
   */
  take(object: Json): Layout | null {
    const cells = ValueCells.of(object);
    const flat = this.flatOf(cells.names);
    if (!flat) {
      this.tally.skip("no tokens or cost were recognised in it");
      return null;
    }
    if (!flat.layout.known && this.sample.length < SAMPLE_ROWS)
      this.sample.push(cells.names.map((_, place) => cells.text(place).slice(0, LONGEST_SAMPLE)));
    flat.reader.read(cells);
    return flat.layout;
  }

  private flatOf(names: readonly string[]): Flat | null {
    const key = names.join("\0");
    const seen = this.flats.get(key);
    if (seen !== undefined) return seen;
    const layout = layoutOf(names, this.usesFor(names));
    const flat = tellsUsage(layout) ? { layout, reader: this.readerOf(layout, names) } : null;
    if (this.flats.size < MOST_LAYOUTS) this.flats.set(key, flat);
    if (!this.first || (flat && !tellsUsage(this.first.layout)))
      this.first = { names: names.map((name) => name.slice(0, LONGEST_SAMPLE)), layout };
    return flat;
  }

  /** Reads rows of a layout; without times where it is open how they are to be read. */
  private readerOf(layout: Layout, names: readonly string[]): CellsReader {
    const { at } = layout;
    const order = at.time < 0 ? null : this.dates.orderOf(names[at.time]!);
    return order === "asked"
      ? new CellsReader({ ...layout, at: { ...at, time: -1, until: -1 } }, this.tally, this.row)
      : new CellsReader(layout, this.tally, this.row, order);
  }

  /** The columns that a person chose, by their names among the keys of this object. */
  private usesFor(names: readonly string[]): TableColumns["uses"] | undefined {
    const { uses, first } = this;
    if (!uses || !first) return uses;
    return Object.fromEntries(
      Object.entries(uses).map(([use, place]) => [use, names.indexOf(first.names[place] ?? "")]),
    );
  }

  /** The columns of the first table that tells anything; `null` for a known format, unless a person chose. */
  get columns(): TableColumns | null {
    if (!this.first || (this.first.layout.known && !this.uses)) return null;
    return { names: this.first.names, sample: this.sample, uses: usesOf(this.first.layout) };
  }
}
