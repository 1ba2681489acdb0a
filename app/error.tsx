"use client";

import { Button, LinkButton } from "@/components/ui/button";
import { SiteHeader } from "@/components/ui/shell";
import { ROUTES } from "@/components/ui/routes";

/** What is left when a page fails: the address still holds the whole scenario, so trying again loses nothing. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <SiteHeader />
      <main id="main" className="doc">
        <h1 className="say">
          <b className="is-over">This page failed.</b> Nothing is lost: the address holds everything you entered.
        </h1>
        {error.digest && <p className="q mt-3">Reference {error.digest}</p>}
        <p className="mt-5 flex flex-wrap gap-2">
          <Button go onClick={reset}>
            Try again
          </Button>
          <LinkButton href={ROUTES.plan}>Start from the example</LinkButton>
        </p>
      </main>
    </>
  );
}
