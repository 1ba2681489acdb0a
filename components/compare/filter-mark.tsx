/** A funnel: a filter leaves it out. With a label it says which. */
export function FilterMark({ label, className }: { readonly label?: string; readonly className?: string | undefined }) {
  return (
    <svg
      className={className}
      width="11"
      height="11"
      viewBox="0 0 10 10"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path d="M.5 1h9L6 5.4V9L4 8V5.4z" fill="currentColor" />
    </svg>
  );
}
