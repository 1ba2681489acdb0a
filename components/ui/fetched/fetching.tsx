import { Button } from "@/components/ui/button";
import { fetchMissing, useMissing } from "./fetch-part";

interface FetchingProps {
  /** What fetches the part. */
  readonly load: () => Promise<unknown>;
  /** What the part is called on screen, with its article. */
  readonly name: string;
}

/** Stands in the place of a part while its script is fetched, and says so where it cannot be. */
export function Fetching({ load, name }: FetchingProps) {
  const isMissing = useMissing().some((part) => part.load === load);
  return (
    <p className="mt-2 text-small text-ink-2" role="status">
      {isMissing ? (
        <>
          Could not be loaded: {name}.{" "}
          <Button small onClick={fetchMissing}>
            Try again
          </Button>
        </>
      ) : (
        `Fetching ${name} …`
      )}
    </p>
  );
}
