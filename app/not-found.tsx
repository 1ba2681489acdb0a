import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { KnownModels } from "@/components/models/known-models";
import { SiteFooter, SiteHeader } from "@/components/ui/shell";
import { ROUTES } from "@/components/ui/routes";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main id="main" className="doc min-h-[60vh]">
        <p className="eye">404</p>
        <h1 className="say">
          <b>There is no page here.</b> A link to an estimate begins with{" "}
          <span className="whitespace-nowrap">/?v=1</span>; a model’s page with{" "}
          <span className="whitespace-nowrap">/models/</span>.
        </h1>
        <p className="mt-5 flex flex-wrap gap-2">
          <LinkButton go href={ROUTES.plan}>
            Plan a workload
          </LinkButton>
          <LinkButton href={ROUTES.models}>All models</LinkButton>
        </p>
        <KnownModels />
      </main>
      <SiteFooter />
    </>
  );
}
