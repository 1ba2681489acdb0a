/** The mark of the product, in the colour of the text around it. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d="M1 2.5h18" stroke="currentColor" strokeWidth="2.5" />
      <path d="M3 11h3.5v8H3zM8.25 8h3.5v11h-3.5zM13.5 13.5H17V19h-3.5z" fill="currentColor" />
    </svg>
  );
}
