import { Words } from "@/components/ui/code";

/** A type in words, with the names of other tables in it. */
type TypeText = readonly (string | { readonly table: string })[];

/** The fields of one object that the API takes or gives. */
export interface FieldsTable {
  readonly name: string;
  readonly meaning: string;
  readonly fields: readonly {
    readonly name: string;
    readonly type: TypeText;
    readonly absent: string;
    readonly meaning: string;
  }[];
}

/** Tables of one document stand once each: an answer's complete form of a request's object is that object's table. */
const anchor = (table: string) => `schema-${table.replace(/^Complete/, "")}`;

function Type({ type, known }: { type: TypeText; known: ReadonlySet<string> }) {
  return type.map((piece, index) => {
    if (typeof piece === "string") return piece;
    return known.has(anchor(piece.table)) ? (
      <a key={index} href={`#${anchor(piece.table)}`}>
        {piece.table.replace(/^Complete/, "")}
      </a>
    ) : (
      piece.table
    );
  });
}

/** What the objects of a request or an answer hold, one table an object. In a request it says what may be left out. */
export function Fields({
  tables,
  all,
  request = false,
}: {
  tables: readonly FieldsTable[];
  all: readonly FieldsTable[];
  request?: boolean;
}) {
  const known = new Set(all.map(({ name }) => anchor(name)));
  return tables.map(({ name, meaning, fields }) => (
    <section key={name} id={anchor(name)} className="mt-6" aria-labelledby={`${anchor(name)}-h`}>
      <h3 id={`${anchor(name)}-h`} className="text-16 font-semibold">
        {name}
      </h3>
      <p className="mb-2 max-w-[74ch] text-ink-2">
        <Words>{meaning}</Words>
      </p>
      <dl>
        {fields.map((field) => (
          <div
            key={field.name}
            className="grid gap-x-6 border-t border-line py-2 tablet:grid-cols-[13rem_minmax(0,1fr)] wide:grid-cols-[13rem_16rem_minmax(0,1fr)]"
          >
            <dt>
              <code>{field.name}</code>
              {request && field.absent === "required" && <small className="ml-2 font-semibold">required</small>}
            </dt>
            <dd className="text-13 text-ink-2">
              <Type type={field.type} known={known} />
              {request && field.absent !== "required" && (
                <span className="block text-12 text-ink-3">
                  {field.absent === "may be absent" ? field.absent : `default ${field.absent}`}
                </span>
              )}
            </dd>
            <dd className="max-w-[64ch] tablet:max-wide:col-start-2">
              <Words>{field.meaning}</Words>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
