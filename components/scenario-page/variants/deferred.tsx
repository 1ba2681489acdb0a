"use client";

import { Activity, lazy, memo, type ComponentProps, type ComponentType } from "react";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import { keepPresses } from "@/components/ui/hooks/early";
import { firstSign } from "@/components/ui/hooks/first-sign";
import type * as Parts from "./variants";

type Props = ComponentProps<typeof Parts.Variants>;

const loadVariants = () => import("./variants");

// The page answers before this part of it does.
if (typeof window !== "undefined") keepPresses("#variants button");

/** Server: the component. Browser: lazy; its script loads at the first sign of a person. */
const Variants: ComponentType<Props> =
  typeof window === "undefined"
    ? // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server alone comes here
      (require("./variants") as typeof Parts).Variants
    : lazy(async () => {
        // An edit of a base with variants has to carry them along.
        if (!location.search.includes("alt=")) await firstSign();
        return { default: (await fetchPart("the variants", loadVariants)).Variants };
      });

/** The strip of variants in the server’s HTML. Its props must change in deferred renders only. */
export const VariantsInHtml = memo(function VariantsInHtml(props: Props) {
  return (
    <Activity>
      <Variants {...props} />
    </Activity>
  );
});
