import { startTransition, useEffect, useState, type ComponentType } from "react";
import { encodeLink } from "@/lib/link";
import { EXAMPLE } from "@/lib/scenario";
import { Headline } from "@/components/figures/verdict-head";
import { PanePage } from "@/components/ui/page/pane-page";
import { KeepOpen } from "./kept/keep-open";
import { openAddress, type Opened } from "./opened";
import type { ScenarioPageProps, ShellProps } from "./route";

interface Reading<Props> {
  /** Keys of the address that are about the page, not the scenario. */
  readonly own?: readonly string[];
  /** What the page needs besides, where the server has not made it: nothing is shown before. */
  readonly more?: (opened: Opened) => Promise<Partial<Props>>;
}

/**
 * The page, which as a shell (`opened` is null) first reads the link of its address in the browser. Until then it shows
 * no figure, so that none is of another scenario.
 */
export function fromAddress<Props extends ScenarioPageProps>(
  Page: ComponentType<Props>,
  { own = [], more }: Reading<Props> = {},
): ComponentType<Omit<Props, "opened"> & ShellProps> {
  return function FromAddress({ opened, ...rest }) {
    const [props, setProps] = useState<Props | null>(() => opened && ({ ...rest, opened } as unknown as Props));
    useEffect(() => {
      if (opened) return;
      const here = openAddress(location.search.slice(1), own);
      void Promise.resolve(more?.(here)).then((extra) =>
        // Held back until the parts of the page have their scripts: nothing else would stand in for them.
        startTransition(() => setProps({ ...rest, ...extra, opened: here } as unknown as Props)),
      );
      // eslint-disable-next-line react-hooks/exhaustive-deps -- what a page is opened with never changes
    }, []);
    if (!props)
      return (
        <>
          {rest.header}
          <PanePage
            head={
              <Headline id="say" className="pl-0">
                <span data-shell>Reading the link …</span>
              </Headline>
            }
          >
            {null}
          </PanePage>
        </>
      );
    return (
      <>
        <Page {...props} />
        {!opened && <Settled opened={props.opened} />}
      </>
    );
  };
}

/** Does what is done to the server’s HTML of a page before its scripts are there. */
function Settled({ opened: { scenario, from } }: Pick<ScenarioPageProps, "opened">) {
  const query = encodeLink(scenario, "");
  useEffect(() => {
    if (scenario !== EXAMPLE)
      for (const other of document.querySelectorAll<HTMLAnchorElement>("a[data-carries]")) other.search = query;
    const first = document.querySelector<HTMLDetailsElement>("[data-from-link] [data-workload]");
    if (first) first.open = "own" in document.documentElement.dataset || matchMedia("(min-width:75rem)").matches;
    // The script of the head gives the links of the banners their addresses.
    dispatchEvent(new Event("DOMContentLoaded"));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, []);
  return <KeepOpen query={query} isExample={from === "example"} />;
}
