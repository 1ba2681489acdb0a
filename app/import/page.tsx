import type { Metadata } from "next";
import { LateImport } from "@/components/import/late-import";
import { SqlPanel } from "@/components/import/sql";
import { ExportButton } from "@/components/report/export-button";
import { PageKeys } from "@/components/ui/keys/page-keys";
import { SiteHeader, SkipLink } from "@/components/ui/page/shell";
// The HTML comes before the script, and so do its styles: asked for by the server, they cost no script.
import "@/components/charts/frame.module.css";
import "@/components/figures/figure-button.module.css";
import "@/components/figures/head-figures.module.css";
import "@/components/figures/lists/notes-list.module.css";
import "@/components/figures/tiers/share-bar.module.css";
import "@/components/figures/tiers/tier-grid.module.css";
import "@/components/figures/try-link.module.css";
import "@/components/figures/verdict-head.module.css";
import "@/components/import/cost-table.module.css";
import "@/components/import/figures-table.module.css";
import "@/components/ui/button.module.css";
import "@/components/ui/fields/field-frame.module.css";
import "@/components/ui/marks.module.css";
import "@/components/ui/page/pane-page.module.css";
import "@/components/ui/page/shell.module.css";
import "@/components/ui/progress-line.module.css";
import "@/components/ui/section.module.css";
import "@/components/ui/table.module.css";

export const metadata: Metadata = {
  title: "Import: real usage into a plan",
  description:
    "Drop a usage log and see what it says: tokens by model and day, the busiest minute, what it cost and what it would cost elsewhere, the tier it fits. Read in the browser; nothing is uploaded.",
};

export default function Page() {
  return (
    <LateImport
      header={
        <>
          <SkipLink to="verdict">Skip to the log</SkipLink>
          <SkipLink to="inputs">Skip to opening a log</SkipLink>
          <SiteHeader current="import">
            <ExportButton />
          </SiteHeader>
          <PageKeys />
        </>
      }
      sql={<SqlPanel />}
    />
  );
}
