import { Fragment, useMemo, useRef, useState, type DragEvent, type ReactNode } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import { comparedModel, pickableModels } from "@/lib/view/import";
import { Outlet } from "@/components/report/outlet";
import { useEarly } from "@/components/ui/hooks/early";
import { ROUTES } from "@/components/ui/routes";
import { PanePage } from "@/components/ui/page/pane-page";
import { SiteFooter } from "@/components/ui/page/shell";
import { billsOf } from "./bills";
import { ColumnsPanel } from "./columns";
import { OpenLog } from "./reading/open-log";
import { PromptPanel } from "./tokens/panel";
import { LogHead, LogSentence } from "./log-head";
import { ImportResults } from "./results";
import { useImport } from "./reading/use-import";
import { OpenReadings } from "./open-readings";
import { Welcome } from "./welcome";

const loadPrintable = () => import("./printable");

/**
 * Real usage in: a log is read in a worker, said, and made into workloads. `header` and `sql` come from the
 * server, so that they cost no script.
 */
export default function ImportPage({ header, sql }: { header: ReactNode; sql: ReactNode }) {
  const log = useImport();
  useEarly();
  const root = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const { read, unread, reading, columns, readAgain } = log;
  const [picked, pick] = useState<string | null>(null);
  const model = useMemo(() => picked ?? (read ? comparedModel(read.report, CHECKED_ON) : ""), [picked, read]);
  const bills = useMemo(() => read && billsOf(read.report, model), [read, model]);
  const report = (unread ?? read)?.report;
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
    <div {...drop} ref={root}>
      {header}
      <PanePage
        head={
          read ? (
            <LogHead read={read} bills={bills!} model={model} />
          ) : unread ? (
            <LogSentence {...unread} />
          ) : (
            <Welcome />
          )
        }
        busy={reading !== null}
        beside={<OpenLog log={log} over={over} />}
      >
        <Fragment key={read ? "read" : "empty"}>
          {report && <OpenReadings report={report} readings={log.readings} onRead={readAgain} />}
          {columns && (
            <ColumnsPanel key={JSON.stringify([columns.names, columns.uses])} columns={columns} onRead={readAgain} />
          )}
          {read && <ImportResults read={read} bills={bills!} model={model} onPick={pick} />}
        </Fragment>
        <PromptPanel fallback={model || pickableModels(CHECKED_ON)[0]!} />
        {sql}
      </PanePage>
      <SiteFooter
        fine={
          <>
            <span>Read in your browser; nothing is sent.</span>
            <a href={ROUTES.models}>Prices and limits with their sources</a>
          </>
        }
      />
      <Outlet
        root={root}
        load={loadPrintable}
        of={read && { ...read, bills: bills!, model, day: CHECKED_ON }}
        link={ROUTES.import}
      />
    </div>
  );
}
