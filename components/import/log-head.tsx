import { useMemo } from "react";
import { importHead, importKeys, type ImportBills } from "@/lib/view/import";
import { HeadFigures } from "@/components/figures/head-figures";
import { HeadContext, Headline } from "@/components/figures/verdict-head";
import type { KeptUsage } from "@/components/scenario-page/kept-usage";
import { UseLog } from "./use-log";

/** The log in a sentence. */
export function LogSentence({ name, report }: Pick<KeptUsage, "name" | "report">) {
  const head = useMemo(() => importHead(report, name), [report, name]);
  return (
    <>
      <HeadContext>
        {head.context.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </HeadContext>
      <Headline className="pl-0" id="say">
        <b>{head.lead}</b> {head.rest}
      </Headline>
      <p className="sr-only" role="status">
        {head.lead} {head.rest}
      </p>
    </>
  );
}

/** The log in a sentence, its head figures, and what can be done with it. */
export function LogHead({ read, bills, model }: { read: KeptUsage; bills: ImportBills; model: string }) {
  const { report } = read;
  const figures = useMemo(() => importKeys(report, bills, model), [report, bills, model]);
  return (
    <>
      <LogSentence {...read} />
      <HeadFigures figures={figures} />
      <UseLog read={read} model={model} />
    </>
  );
}
