import { MODELS } from "@/lib/catalogue";
import { LinkButton } from "@/components/ui/button";
import { SiteFooter, SiteHeader } from "@/components/ui/shell";
import { modelRoute, ROUTES } from "@/components/ui/routes";

/** Every id and snapshot, with the way to its page. */
export function KnownModels() {
  return (
    <ul className="mt-6 max-w-[40rem]">
      {MODELS.map(({ id, snapshots }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-t border-line py-2">
          <a className="font-semibold" href={modelRoute(id)}>
            {id}
          </a>
          {snapshots.map((snapshot) => (
            <code key={snapshot} className="text-ink-2">
              {snapshot}
            </code>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** An id the catalogue does not hold: the ids it does, and the way to plan with any other. */
export function UnknownModel() {
  return (
    <>
      <SiteHeader current="models" />
      <main className="doc min-h-[60vh]" id="main">
        <p className="eye">404</p>
        <h1 className="say">
          <b>No model of this name here.</b> These are the ids and snapshots that Headroom knows:
        </h1>
        <KnownModels />
        <p className="q mt-4 max-w-[60ch]">A model that is not listed can still be planned: the planner takes your own price and limits for any name.</p>
        <p className="mt-4">
          <LinkButton go href={ROUTES.plan}>
            Plan a workload
          </LinkButton>
        </p>
      </main>
      <SiteFooter />
    </>
  );
}
