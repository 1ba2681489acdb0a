import type { Metadata } from "next";
import { headers } from "next/headers";
import { Headline } from "@/components/figures/verdict-head";
import { KnownModels } from "@/components/models/known-models";
import { LinkButton } from "@/components/ui/button";
import { DocumentPage } from "@/components/ui/page/pane-page";
import { ROUTES } from "@/components/ui/routes";
import { Eyebrow } from "@/components/ui/section";
import { SiteFooter, SiteHeader } from "@/components/ui/page/shell";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  // Next sends this page along with every page that is there.
  if ((await headers()).has("x-is-there")) return null;
  return (
    <>
      <SiteHeader />
      <DocumentPage className="min-h-[60vh]">
        <p>
          <Eyebrow>404</Eyebrow>
        </p>
        <Headline className="pl-0">
          <b>There is no page here.</b> A link to an estimate begins with{" "}
          <span className="whitespace-nowrap">/?v=1</span>; a model’s page with{" "}
          <span className="whitespace-nowrap">/models/</span>.
        </Headline>
        <p className="mt-5 flex flex-wrap gap-2">
          <LinkButton go href={ROUTES.plan} data-carries="own">
            Plan a workload
          </LinkButton>
          <LinkButton href={ROUTES.models}>All models</LinkButton>
        </p>
        <KnownModels />
      </DocumentPage>
      <SiteFooter />
    </>
  );
}
