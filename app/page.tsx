import type { Metadata } from "next";
import { CopyLink } from "@/components/planner/copy-link";
import { Planner, type Opened } from "@/components/planner/planner";
import { SiteHeader, SkipLink } from "@/components/ui/shell";
import { estimate } from "@/lib/estimate";
import { decodeLink, toQuery } from "@/lib/link";
import { EXAMPLE } from "@/lib/scenario";
import { pageTitle } from "@/lib/view";

type Props = PageProps<"/">;

async function open({ searchParams }: Props): Promise<Opened> {
  const query = toQuery(await searchParams);
  const { scenario, faults } = decodeLink(query);
  return { scenario: scenario ?? EXAMPLE, faults, from: scenario ? "link" : query === "" ? "example" : "unread" };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description } = pageTitle(estimate((await open(props)).scenario));
  return { title, description, openGraph: { title, description } };
}

/** The planner; a link is read on the server, so that its figures are in the HTML. */
export default async function PlanPage(props: Props) {
  return (
    <Planner
      opened={await open(props)}
      header={
        <>
          <SkipLink to="verdict">Skip to the verdict</SkipLink>
          <SiteHeader current="plan">
            <CopyLink />
          </SiteHeader>
        </>
      }
    />
  );
}
