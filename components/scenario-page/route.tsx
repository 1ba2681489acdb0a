import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ComponentType, ReactNode } from "react";
import { estimate } from "@/lib/estimate";
import { encodeLink, toQuery } from "@/lib/link";
import { EXAMPLE, type Scenario } from "@/lib/scenario";
import { previewText, previewView } from "@/lib/view/preview";
import { ownOrigin } from "@/components/ui/page/own-origin";
import { PAGES, PREVIEW, type PageKey } from "@/components/ui/routes";
import { ExportButton } from "@/components/report/export-button";
import { SiteHeader, SkipLink } from "@/components/ui/page/shell";
import { CopyLink } from "./copy-link";
import { KeepOpen } from "./kept/keep-open";
import { openQuery, type Opened } from "./opened";
// The HTML of the variants comes before their script, and so do their styles.
import "./variants/compare-with.module.css";
import "./variants/strip.module.css";

/** What a page with a scenario is given by its route. `header` is drawn on the server, so that it costs no script. */
export interface ScenarioPageProps {
  readonly opened: Opened;
  readonly header: ReactNode;
}

/** A page that may be a shell: `opened` is null where it is to read the link itself, in the browser. */
export interface ShellProps extends Omit<ScenarioPageProps, "opened"> {
  readonly opened: Opened | null;
}

interface ScenarioRoute {
  readonly key: PageKey;
  readonly title: (scenario: Scenario, own: Opened["own"]) => { readonly title: string; readonly description: string };
  readonly Page: ComponentType<ShellProps>;
  /** The page has nothing to fill in. */
  readonly formless?: boolean;
  /** Keys of the address that are about the page, not the scenario. */
  readonly own?: readonly string[];
}

interface RouteProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Whether the service worker asks: it keeps the page for every link, so no link may stand in it. */
const isShell = async () => (await headers()).has("x-headroom-shell");

/** The picture that a pasted link to the scenario shows, by its whole address. */
async function previewOf(scenario: Scenario) {
  const url = (await ownOrigin()) + encodeLink(scenario, PREVIEW);
  return { url, width: 1200, height: 630, type: "image/png", alt: previewText(previewView(estimate(scenario))) };
}

/** The route of a page with a scenario: its link is read on the server, so that its figures are in the HTML. */
export function scenarioRoute({ key, title, Page, formless = false, own = [] }: ScenarioRoute) {
  const open = async ({ searchParams }: RouteProps) => {
    const given = Object.entries(await searchParams);
    const isOwn = (name: string) => own.includes(name);
    const first = given.flatMap(([name, value]) =>
      isOwn(name) && value !== undefined ? [[name, [value].flat()[0]!]] : [],
    );
    return openQuery(
      toQuery(Object.fromEntries(given.filter(([name]) => !isOwn(name)))),
      Object.fromEntries(first) as Opened["own"],
    );
  };
  return {
    async generateMetadata(props: RouteProps): Promise<Metadata> {
      if (await isShell()) return { title: PAGES.find((page) => page.key === key)!.name };
      const { scenario, own: asked } = await open(props);
      const words = title(scenario, asked);
      const images = await previewOf(scenario);
      return {
        ...words,
        openGraph: { siteName: "Headroom", type: "website", ...words, images },
        twitter: { card: "summary_large_image" },
      };
    },
    async Page(props: RouteProps) {
      const opened = (await isShell()) ? null : await open(props);
      const query = opened ? encodeLink(opened.scenario, "") : "";
      const header = (
        <>
          <SkipLink to="verdict">Skip to the verdict</SkipLink>
          {!formless && <SkipLink to="inputs">Skip to the form</SkipLink>}
          <SiteHeader current={key} query={opened?.scenario === EXAMPLE ? "" : query}>
            <ExportButton />
            <CopyLink />
          </SiteHeader>
        </>
      );
      return (
        <>
          <Page opened={opened} header={header} />
          {opened && <KeepOpen query={query} isExample={opened.from === "example"} />}
        </>
      );
    },
  };
}
