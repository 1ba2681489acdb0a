"use client";

/** What is left when a page fails: the address still holds the whole scenario, so trying again loses nothing. Bare on purpose: every page carries its script. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="doc">
      <h1 className="say">
        <b className="text-over">This page failed.</b> Nothing is lost: the address holds everything you entered.
      </h1>
      {error.digest && <p className="mt-3 text-ink-2">Reference {error.digest}</p>}
      <p className="mt-5 flex flex-wrap gap-2">
        <button type="button" className="btn go" onClick={reset}>
          Try again
        </button>
        <a className="btn" href="/">
          Start from the example
        </a>
      </p>
    </main>
  );
}
