import { Icon } from "@/components/ui/icons";
import { Button } from "@/components/ui/button";

/** Opens what the page can be exported as. It is a plain button of the header: the `Outlet` of the page hears it. */
export function ExportButton() {
  return (
    <Button
      className="only-with-scripts max-wide:px-2 max-[46rem]:h-10 max-[46rem]:min-w-10 max-[46rem]:justify-center max-[46rem]:border-transparent max-[46rem]:bg-transparent"
      data-export
      aria-label="Export"
      aria-haspopup="dialog"
    >
      <Icon size={14}>
        <path d="M8 2v8M4.8 6.8 8 10l3.2-3.2M2.5 11v2.5h11V11" />
      </Icon>
      <span className="max-wide:hidden">Export</span>
    </Button>
  );
}
