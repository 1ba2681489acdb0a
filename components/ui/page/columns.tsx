import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

/** Two columns, one over the other on a phone. */
export function Columns({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      {...rest}
      className={classNames(
        "grid grid-cols-2 gap-x-12 max-wide:gap-x-8 max-tablet:grid-cols-1 max-tablet:gap-y-6",
        className,
      )}
    />
  );
}
