import type { ComponentType, CSSProperties } from "react";
import type { Scenario } from "@/lib/scenario";
import { asBase, withoutVariant, type StripView, type VariantCell, type VariantColumn } from "@/lib/view/variants";
import { TONE_COLOURS, ToneMark } from "@/components/figures/tone";
import { TryLink } from "@/components/figures/try-link";
import { useEdit } from "@/components/scenario/edit-context";
import { Table } from "@/components/ui/table";
import { WholeNames } from "@/components/ui/whole-names";
import { choose } from "./acts";
import styles from "./strip.module.css";

/** What a page says of each scenario in a row of its own. */
export interface OwnRow {
  readonly label: string;
  readonly Cell: ComponentType<{ readonly scenario: Scenario }>;
}

interface StripProps {
  readonly base: Scenario;
  readonly chosen: number | null;
  readonly view: StripView;
  readonly own: OwnRow | undefined;
}

/** The base and its variants as columns; a press on the head of one has the page show and the editor change it. */
export function Strip({ base, chosen, view, own: ownRow }: StripProps) {
  const { columns, rows } = view;
  const own = (index: number) => (index === (chosen ?? -1) + 1 ? styles.shown : undefined);
  const cells = (of: (column: VariantColumn, index: number) => React.ReactNode) =>
    columns.map((column, index) => (
      <td key={column.letter} className={own(index)}>
        {of(column, index)}
      </td>
    ));
  return (
    <div className={styles.scroll} role="region" aria-label="Variants side by side" tabIndex={0}>
      <Table className={styles.strip} style={{ "--columns": columns.length } as CSSProperties}>
        <thead>
          <tr>
            <td />
            {columns.map((column, index) => (
              <th key={column.letter} scope="col" className={own(index)}>
                <Head {...column} index={index - 1} isShown={index === (chosen ?? -1) + 1} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Verdict</th>
            {cells(({ tone, verdict }) => (
              <b className={TONE_COLOURS[tone]}>
                <ToneMark tone={tone} size={14} /> {verdict}
              </b>
            ))}
          </tr>
          <tr>
            <th scope="row">A month</th>
            {cells((column) => (
              <Money {...column} />
            ))}
          </tr>
          <tr className={ownRow ? undefined : styles.last}>
            <th scope="row">Headroom</th>
            {cells((column) => (
              <Room {...column} />
            ))}
          </tr>
          {ownRow && (
            <tr className={styles.last}>
              <th scope="row">{ownRow.label}</th>
              {cells(({ scenario }) => (
                <ownRow.Cell scenario={scenario} />
              ))}
            </tr>
          )}
          {rows.map(({ key, label, cells: values }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                <td key={index} className={own(index)}>
                  <Value {...value} />
                </td>
              ))}
            </tr>
          ))}
          <tr className="print:hidden">
            <th scope="row">
              <span className="sr-only">Actions</span>
            </th>
            {cells(({ letter }, index) =>
              index === 0 ? (
                <small>All else follows it</small>
              ) : (
                <span className={styles.acts}>
                  <TryLink
                    look="plain"
                    scenario={asBase(base, index - 1)}
                    label={`Make ${letter} the base`}
                    done={`${letter} is the base`}
                  >
                    Make it the base
                  </TryLink>
                  <TryLink
                    look="plain"
                    scenario={withoutVariant(base, index - 1)}
                    label={`Remove ${letter}`}
                    done={`Removed ${letter}`}
                  >
                    Remove
                  </TryLink>
                </span>
              ),
            )}
          </tr>
        </tbody>
      </Table>
    </div>
  );
}

interface HeadProps extends Pick<VariantColumn, "letter" | "name" | "about"> {
  readonly index: number;
  readonly isShown: boolean;
}

function Head({ letter, name, about, index, isShown }: HeadProps) {
  const edit = useEdit();
  return (
    <div className={styles.head}>
      <button
        type="button"
        className={styles.letter}
        data-variant={index}
        aria-pressed={isShown}
        aria-label={index < 0 ? "Show the base" : `Show and edit ${letter}: ${name}`}
        onClick={() => edit(choose(index < 0 ? null : index))}
      >
        {letter}
      </button>
      <span>
        <b>
          <WholeNames>{name}</WholeNames>
        </b>
        <small>
          {about}
          {isShown && index >= 0 && ", being edited"}
        </small>
      </span>
    </div>
  );
}

function Money({ month, thousand, difference }: VariantColumn) {
  return (
    <>
      <b className={styles.large}>{month}</b>
      <small>
        {thousand}
        {difference && (
          <>
            <b>{difference.amount}</b> {difference.word}
            {difference.share && `, ${difference.share}`}
          </>
        )}
      </small>
    </>
  );
}

function Room({ headroom, binds, room, bar, tone }: VariantColumn) {
  return (
    <>
      <span className={styles.room}>
        <b className={tone === "over" ? "text-over" : undefined}>{headroom}</b>
        <small>{binds}</small>
      </span>
      {bar && (
        <span className={styles.usedBar} aria-hidden="true">
          <i className={bar.isOver ? styles.over : undefined} style={{ width: `${bar.width * 100}%` }} />
        </span>
      )}
      <small>{room}</small>
    </>
  );
}

function Value({ text, was, aside }: VariantCell) {
  if (aside)
    return (
      <>
        <WholeNames>{text}</WholeNames>
        <small>{aside}</small>
      </>
    );
  if (was === null)
    return text === "as base" ? <span className="text-ink-2">{text}</span> : <WholeNames>{text}</WholeNames>;
  return (
    <>
      <b>
        <WholeNames>{text}</WholeNames>
      </b>
      <s>
        <span className="sr-only">base </span>
        <WholeNames>{was}</WholeNames>
      </s>
    </>
  );
}
