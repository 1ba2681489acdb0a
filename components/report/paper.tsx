import { useLayoutEffect, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { isTable, paperTable, type Report } from "@/lib/export";
import { formatDay } from "@/lib/view/text";
import { ToneMark, TONE_COLOURS } from "@/components/figures/tone";
import { OnPaper } from "@/components/charts/on-paper";
import { classNames } from "@/components/ui/class-names";
import { WarnMark } from "@/components/ui/marks";
import { PaperBlock, FactList } from "./paper-block";
import { PaperNotes, PaperSources } from "./paper-lists";
import styles from "./paper.module.css";

/** The most letters of a link in the foot of a page. */
const FOOT_LETTERS = 120;

/** A report of more lines is set closer. */
const MOST_LINES = 30;

/** A text as a string of CSS. */
const cssText = (text: string) =>
  `"${text.replace(/[\\"\n\r\f]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;

/** The foot of each printed page: link, day, page of pages. A style sheet of its own, since it holds the link. */
function usePageFoot({ link, day }: Pick<Report, "link" | "day">): void {
  useLayoutEffect(() => {
    if (!("replaceSync" in CSSStyleSheet.prototype)) return;
    const short = link.length > FOOT_LETTERS ? `${link.slice(0, FOOT_LETTERS)}…` : link;
    const look = 'font: 7.5px "Liberation Sans", Arial, sans-serif; color: #4b5057; white-space: nowrap;';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@page { @bottom-left { content: ${cssText(short)}; ${look} width: 85% }
       @bottom-right { content: ${cssText(`${formatDay(day)} · `)} counter(page) " of " counter(pages); ${look} } }`,
    );
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [link, day]);
}

interface PaperProps {
  readonly report: Report | null;
  /** The key of the block behind which the charts stand. */
  readonly chartsAfter: string;
  /** Its charts. */
  readonly children: ReactNode;
}

/** A report on paper: it is in the page while it is printed, and the page itself is not. */
export function Paper({ report, chartsAfter, children }: PaperProps) {
  return report && createPortal(<Sheet report={report} chartsAfter={chartsAfter} charts={children} />, document.body);
}

interface SheetProps extends Pick<PaperProps, "chartsAfter"> {
  readonly report: Report;
  readonly charts: ReactNode;
}

function Sheet({ report, chartsAfter, charts }: SheetProps) {
  usePageFoot(report);
  const { verdict, totals, inputs, blocks } = report;
  const lines = blocks.reduce((sum, block) => sum + (isTable(block) ? paperTable(block).rows : block.facts).length, 0);
  return (
    <article className={classNames(styles.paper, lines > MOST_LINES && styles.dense)} aria-label="Report">
      <header className={styles.head}>
        <b>Headroom</b>
        <span>{formatDay(report.day)} · prices and limits as of that day</span>
      </header>
      <h1>{report.title}</h1>
      <p className={styles.link}>
        <a href={report.link}>{report.link}</a>
      </p>
      <p className={styles.verdict}>
        {verdict.tone && <ToneMark tone={verdict.tone} size={16} />}{" "}
        <b className={verdict.tone ? TONE_COLOURS[verdict.tone] : undefined}>{verdict.lead}</b>
        {verdict.rest}
      </p>
      {verdict.asides.map((aside) => (
        <p key={aside} className={styles.aside}>
          <WarnMark size={11} className="text-near" /> {aside}
        </p>
      ))}
      <dl className={styles.totals}>
        {totals.facts.map(({ name, label, cell }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{cell.text}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{report.page === "import" ? "What was read" : "What was entered"}</h2>
        {inputs.map((block) => (
          <FactList key={block.key} block={block} />
        ))}
      </section>
      {blocks.map((block) => (
        <PaperBlock key={block.key} block={block}>
          {block.key === chartsAfter && (
            <OnPaper value>
              <section className={styles.charts}>{charts}</section>
            </OnPaper>
          )}
        </PaperBlock>
      ))}
      <PaperNotes notes={report.notes} />
      <PaperSources sources={report.sources} />
      <p className={styles.remark}>A month is 730 hours, a twelfth of 365 days. Not made by OpenAI.</p>
    </article>
  );
}
