"use client";

import { Fragment, useMemo, useState, type DragEvent, type ReactNode } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import { comparedModel, importHead, importKeys, pickableModels, type ImportBills } from "@/lib/view/import";
import { ROUTES } from "@/components/ui/routes";
import { SiteFooter } from "@/components/ui/page/shell";
import { billsOf } from "./bills";
import { ColumnsPanel } from "./columns";
import type { KeptUsage } from "@/components/scenario-page/kept-usage";
import { OpenLog } from "./open-log";
import { PromptPanel } from "./prompt";
import { ImportResults } from "./results";
import { UseLog } from "./use-log";
import { useImport } from "./use-import";
import { Welcome } from "./welcome";

/** Real usage in: a log is read in a worker, said, and made into workloads. `header` and `sql` come from the server, so that they cost no script. */
export function ImportPage({ header, sql }: { header: ReactNode; sql: ReactNode }) {
  const log = useImport();
  const [over, setOver] = useState(false);
  const { read, unread, reading, columns, readAgain } = log;
  const [picked, pick] = useState<string | null>(null);
  const model = useMemo(() => picked ?? (read ? comparedModel(read.report, CHECKED_ON) : ""), [picked, read]);
  const bills = useMemo(() => read && billsOf(read.report, model), [read, model]);
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      const text = event.dataTransfer.getData("text");
      if (file) log.open(file, file.name);
      else if (text) log.open(new Blob([text]), "the dropped text");
    },
  };
  return (
    <div {...drop}>
      {header}
      <main className="page">
        <section className="verdict" id="verdict" aria-labelledby="say" aria-busy={reading !== null}>
          {read ? <Said read={read} bills={bills!} model={model} /> : unread ? <Head {...unread} /> : <Welcome />}
        </section>
        <div className="editcol">
          <OpenLog log={log} over={over} />
        </div>
        <div className="more">
          <Fragment key={read ? "read" : "empty"}>
            {columns && (
              <ColumnsPanel key={JSON.stringify([columns.names, columns.uses])} columns={columns} onRead={readAgain} />
            )}
            {read && <ImportResults read={read} bills={bills!} model={model} onPick={pick} />}
          </Fragment>
          <PromptPanel fallback={model || pickableModels(CHECKED_ON)[0]!} />
          {sql}
        </div>
      </main>
      <SiteFooter
        fine={
          <>
            <span>Read in your browser; nothing is sent.</span>
            <a href={ROUTES.models}>Prices and limits with their sources</a>
          </>
        }
      />
    </div>
  );
}

/** The log in a sentence. */
function Head({ name, report }: Pick<KeptUsage, "name" | "report">) {
  const head = useMemo(() => importHead(report, name), [report, name]);
  return (
    <>
      <p className="ctx">
        {head.context.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      <h1 className="say pl-0" id="say">
        <b>{head.lead}</b> {head.rest}
      </h1>
      <p className="sr-only" role="status">
        {head.lead} {head.rest}
      </p>
    </>
  );
}

/** The log in a sentence, its head figures, and what can be done with it. */
function Said({ read, bills, model }: { read: KeptUsage; bills: ImportBills; model: string }) {
  const { report } = read;
  const keys = useMemo(() => importKeys(report, bills, model), [report, bills, model]);
  return (
    <>
      <Head {...read} />
      <dl className="keys">
        {keys.map(({ label, text, remark }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
            {remark && <dd className="mt-1 text-small font-normal tracking-normal text-ink-2">{remark}</dd>}
          </div>
        ))}
      </dl>
      <UseLog read={read} model={model} />
    </>
  );
}
