"use client";

import { buttonLook } from "@/components/ui/button";

/** A button that lets a file be chosen; the same file can be chosen again. */
export function FileButton({
  label,
  accept,
  small = false,
  onFile,
}: {
  /** The name of the control. */
  label: string;
  accept?: string;
  small?: boolean;
  onFile: (file: File) => void;
}) {
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
    input.value = "";
  };
  return (
    <label
      className={buttonLook(
        { small },
        "relative focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
      )}
    >
      Choose a file
      <input
        type="file"
        accept={accept}
        className="absolute inset-0 cursor-pointer opacity-0"
        aria-label={label}
        // A file may have been chosen before the scripts were there.
        ref={(input) => void (input?.files?.length && queueMicrotask(() => choose(input)))}
        onChange={({ target }) => choose(target)}
      />
    </label>
  );
}
