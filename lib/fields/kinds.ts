import type { NumberRule } from "./numbers";
import type { Issue } from "./refusals";

/** A number within a rule. */
export interface NumberKind<R extends NumberRule = NumberRule> {
  readonly kind: "number";
  readonly rule: R;
}

/** An amount as a decimal string, read in its shortest form. */
export interface DecimalKind {
  readonly kind: "decimal";
  readonly aboveZero: boolean;
}

/** Text of at most `most` code points, without lone surrogates. */
export interface TextKind {
  readonly kind: "text";
  readonly most: number;
}

/** A day of the calendar, `YYYY-MM-DD`. */
export interface DayKind {
  readonly kind: "day";
}

/** A name of one form; `accepted` says which, as the end of a sentence. */
export interface IdKind {
  readonly kind: "id";
  readonly isId: (text: string) => boolean;
  /** The form of a name that is new, for a schema. */
  readonly pattern: RegExp;
  readonly accepted: string;
}

/** One of a few values; `readAs` are other words for some of them, read and never kept. */
export interface ChoiceKind<T extends string | number = string | number> {
  readonly kind: "choice";
  readonly values: readonly T[];
  readonly readAs: Readonly<Record<string, T>>;
}

/** Yes or no. */
export interface FlagKind {
  readonly kind: "flag";
}

/** A low and a high end, both within the rule of a number and above 0: `[300, 2000]`. */
export interface EndsKind {
  readonly kind: "ends";
  readonly rule: NumberRule;
}

/** An object whose fields no table names; another check reads what is in it. */
export interface OpenKind {
  readonly kind: "open";
  /** What it may be, as the end of a sentence. */
  readonly accepted: string;
}

/** An object of these fields and no others. */
export interface RecordKind<F extends FieldTable = FieldTable> {
  readonly kind: "record";
  readonly fields: F;
  readonly rules: readonly FieldRule[];
}

/** A list of `least` to `most` objects. */
export interface ListKind<F extends FieldTable = FieldTable> {
  readonly kind: "list";
  readonly of: RecordKind<F>;
  readonly least: number;
  readonly most: number;
}

/** What holds one value that has no fields of its own. */
export type LeafKind =
  NumberKind | DecimalKind | TextKind | DayKind | IdKind | ChoiceKind | FlagKind | EndsKind | OpenKind;
/** What a field may hold. */
export type Kind = LeafKind | RecordKind | ListKind;

/**
 * A field of an object: what it accepts, and what its absence means. `required`: a fault. `optional`: absent.
 * `filled`: `otherwise` takes its place. `implied`: `otherwise` holds, and a value that equals it is left
 * out.
 */
export type TableField = Kind &
  (
    | { readonly presence: "required" | "optional" }
    | { readonly presence: "filled" | "implied"; readonly otherwise: unknown }
  );
/** The fields of an object by name, in the order in which they are read, written and named in messages. */
export interface FieldTable {
  readonly [name: string]: TableField;
}

/** An object of an input, its values unchecked. */
export type RawObject = Readonly<Record<string, unknown>>;

/**
 * A rule between fields of one object: the faults in what was read, with paths from that object. A refused
 * field is not in `read`; `given` is the input.
 */
type FieldRule = (read: RawObject, given: RawObject) => readonly Issue[];

/** A low and a high end: 0 < low < high. */
export type Ends = readonly [low: number, high: number];

/** The value of a kind once it was read. */
export type ValueOf<K> =
  K extends ChoiceKind<infer T>
    ? T
    : K extends NumberKind
      ? number
      : K extends FlagKind
        ? boolean
        : K extends EndsKind
          ? Ends
          : K extends OpenKind
            ? RawObject
            : K extends ListKind<infer F>
              ? readonly RecordOf<F>[]
              : K extends RecordKind<infer F>
                ? RecordOf<F>
                : string;

/** An object of these fields, complete. */
export type RecordOf<F> = {
  readonly [K in keyof F as F[K] extends { presence: "required" | "filled" } ? K : never]: ValueOf<F[K]>;
} & { readonly [K in keyof F as F[K] extends { presence: "optional" | "implied" } ? K : never]?: ValueOf<F[K]> };

/** What could be read of an object: every field may be missing, in its lists too. */
export type PartOf<F> = {
  readonly [K in keyof F]?: F[K] extends ListKind<infer G>
    ? readonly PartOf<G>[]
    : F[K] extends RecordKind<infer G>
      ? PartOf<G>
      : ValueOf<F[K]>;
};

/** A number within the rule. */
export const numeric = <const R extends NumberRule>(rule: R): NumberKind<R> => ({ kind: "number", rule });
/** A decimal string; `aboveZero` refuses 0. */
export const decimal = ({ aboveZero = false } = {}): DecimalKind => ({ kind: "decimal", aboveZero });
/** Text of at most `most` code points. */
export const text = (most: number): TextKind => ({ kind: "text", most });
/** A day of the calendar, `YYYY-MM-DD`. */
export const day: DayKind = { kind: "day" };
/** A name of the form that `isId` accepts. */
export const id = (of: Omit<IdKind, "kind">): IdKind => ({ kind: "id", ...of });
/** One of the values, or another word for one. */
export const choice = <const T extends string | number>(
  values: readonly T[],
  readAs: Readonly<Record<string, T>> = {},
): ChoiceKind<T> => ({ kind: "choice", values, readAs });
/** Yes or no. */
export const flag: FlagKind = { kind: "flag" };

/** Two ends within the rule. */
export const ends = (rule: NumberRule): EndsKind => ({ kind: "ends", rule });
/** An object that another check reads; `accepted` ends a sentence. */
export const open = (accepted: string): OpenKind => ({ kind: "open", accepted });

/** An object of these fields. Its rules run once its fields were read. */
export function record<F extends FieldTable>(
  fields: F,
  rules: readonly ((read: PartOf<F>, given: RawObject) => readonly Issue[])[] = [],
): RecordKind<F> {
  return { kind: "record", fields, rules: rules as readonly FieldRule[] };
}

/** A list of `least` to `most` objects, both inclusive. */
export const list = <F extends FieldTable>(of: RecordKind<F>, least: number, most: number): ListKind<F> => ({
  kind: "list",
  of,
  least,
  most,
});

/** A field whose absence is a fault. */
export const required = <K extends Kind>(kind: K) => ({ ...kind, presence: "required" }) as const;
/** A field that may be absent. */
export const optional = <K extends Kind>(kind: K) => ({ ...kind, presence: "optional" }) as const;
/** A field whose absence is filled with `otherwise`. */
export const filled = <K extends Kind, const V extends ValueOf<K>>(kind: K, otherwise: V) =>
  ({ ...kind, presence: "filled", otherwise }) as const;
/** A field whose absence means `otherwise`; a value that equals it is left out. */
export const implied = <K extends Kind, const V extends ValueOf<K>>(kind: K, otherwise: V) =>
  ({ ...kind, presence: "implied", otherwise }) as const;
