import { Activity, lazy, type ComponentType } from "react";
import { firstSign, giveSign } from "@/components/ui/hooks/first-sign";
import { keepEarly } from "@/components/ui/hooks/early";
import { keepEntered } from "@/components/ui/hooks/take-typed";
import { fetchPart } from "./fetch-part";

/** How long after the first scripts the page’s own is fetched where nobody gives a sign, ms. */
const QUIET_MS = 4000;

/**
 * A page that stands in the server’s HTML and whose script comes with the first sign of a person, or when the network
 * has long been quiet. `Drawn` is the component on the server and null in a browser, where `load` fetches it; its props
 * never change. `isWanted`: whether a browser fetches it at once, with all its parts. What is pressed and typed before
 * the script is there is kept until it is.
 */
export function latePage<Props extends object>(
  Drawn: ComponentType<Props> | null,
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  isWanted = () => false,
): ComponentType<Props> {
  const Page = (Drawn || lazy(() => fetchLate(load, isWanted))) as ComponentType<object>;
  return function LatePage(props: Props) {
    return (
      <Activity>
        <Page {...props} />
      </Activity>
    );
  };
}

async function fetchLate<Part>(load: () => Promise<Part>, isWanted: () => boolean): Promise<Part> {
  keepEarly();
  if (isWanted()) giveSign();
  else await Promise.race([firstSign(), new Promise((resolve) => setTimeout(resolve, QUIET_MS))]);
  const page = await fetchPart("the page", load);
  keepEntered();
  return page;
}
