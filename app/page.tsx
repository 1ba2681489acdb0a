import type { Metadata } from "next";
import { CopyLink } from "@/components/scenario-page/copy-link";
import { openQuery } from "@/components/scenario-page/opened";
import { Planner } from "@/components/plan/plan-page";
import { SiteHeader, SkipLink } from "@/components/ui/shell";
import { estimate } from "@/lib/estimate";
import { encodeLink, toQuery } from "@/lib/link";
import { pageTitle } from "@/lib/view/plan";

type Props = PageProps<"/">;

const open = async ({ searchParams }: Props) => openQuery(toQuery(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description } = pageTitle(estimate((await open(props)).scenario));
  return { title, description, openGraph: { title, description } };
}

/** The planner; a link is read on the server, so that its figures are in the HTML. */
export default async function PlanPage(props: Props) {
  const opened = await open(props);
  return (
    <Planner
      opened={opened}
      header={
        <>
          <SkipLink to="verdict">Skip to the verdict</SkipLink>
          <SiteHeader current="plan" query={opened.from === "link" ? encodeLink(opened.scenario, "") : ""}>
            <CopyLink />
          </SiteHeader>
        </>
      }
    />
  );
}
