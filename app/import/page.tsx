import type { Metadata } from "next";
import { ImportPage } from "@/components/import/import-page";
import { SqlPanel } from "@/components/import/sql";
import { ExportButton } from "@/components/report/export-button";
import { PageKeys } from "@/components/ui/keys/page-keys";
import { SiteHeader, SkipLink } from "@/components/ui/page/shell";

export const metadata: Metadata = {
  title: "Import: real usage into a plan",
  description:
    "Drop a usage log and see what it says: tokens by model and day, the busiest minute, what it cost and what it would cost elsewhere, the tier it fits. Read in the browser; nothing is uploaded.",
};

export default function Page() {
  return (
    <ImportPage
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
