"use client";

/**
 * What is left when a page fails: the address still holds the whole scenario, so trying again loses nothing. Every page
 * carries its script, so it is made of nothing but elements.
 */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="mx-(--out) max-w-[77rem] px-(--gutter) pt-[30px] pb-16">
      <h1 className="max-w-[31em] text-24 leading-tight tracking-tight text-balance tablet:text-30">
        <b className="text-over">This page failed.</b> Nothing is lost: the address holds everything you entered.
      </h1>
      {error.digest && <p className="mt-3 text-ink-2">Reference {error.digest}</p>}
      <p className="mt-5 flex flex-wrap gap-2 text-13 font-semibold">
        <button type="button" className="rounded-button bg-ink px-3 py-1.5 text-bg" onClick={reset}>
          Try again
        </button>
        <a className="rounded-button border border-line-2 px-3 py-1.5 text-ink no-underline" href="/">
          Start from the example
        </a>
      </p>
    </main>
  );
}
