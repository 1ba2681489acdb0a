"use client";

/**
 * What is left when a page fails: the address still holds the whole scenario, so trying again loses nothing. Every page
 * carries its script, so it is made of nothing but elements.
 */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="p-8">
      <h1 className="text-24">
        <b className="text-over">This page failed.</b> Nothing is lost: the address holds everything you entered.
      </h1>
      {error.digest && <p className="mt-3">Reference {error.digest}</p>}
      <p className="mt-3">
        <button type="button" className="mr-4 text-accent" onClick={reset}>
          Try again
        </button>
        <a href="/">Start from the example</a>
      </p>
    </main>
  );
}
