import { findModel } from "@/lib/catalogue";
import { modelRoute } from "@/components/ui/routes";

/** A model by its id: a link to its page, where the catalogue holds it. */
export function ModelLink({ id }: { id: string }) {
  return findModel(id) ? (
    <a className="inline-block min-h-6 leading-6 whitespace-nowrap" href={modelRoute(id)}>
      {id}
    </a>
  ) : (
    <b>{id}</b>
  );
}
