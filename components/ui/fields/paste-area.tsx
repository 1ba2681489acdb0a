import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { takeTyped } from "@/components/ui/hooks/take-typed";

interface PasteAreaProps extends ComponentProps<"textarea"> {
  /** What is in it could not be read. */
  readonly bad?: boolean;
}

/** A field of several lines for text that was written by a program: a log, a message, headers. */
export function PasteArea({ bad = false, id, placeholder, className, ...rest }: PasteAreaProps) {
  return (
    <textarea
      ref={takeTyped}
      id={id}
      placeholder={placeholder}
      spellCheck={false}
      autoComplete="off"
      {...rest}
      className={classNames(
        "block w-full rounded-field border bg-field p-2 font-mono text-16 tablet:text-13",
        bad ? "border-over-fill" : "border-line-2",
        className,
      )}
    />
  );
}
