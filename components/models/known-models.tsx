import { MODELS } from "@/lib/catalogue";
import { Button } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { modelRoute, ROUTES } from "@/components/ui/routes";

/** A search of all models, which works without scripts, and every id with the way to its page. */
export function KnownModels() {
  return (
    <>
      <form action={ROUTES.models} method="get" role="search" className="mt-6 flex max-w-[28rem] flex-wrap gap-2">
        <FieldFrame text className="flex-1 basis-64">
          <input
            name="q"
            aria-label="Search models by name, feature or endpoint"
            placeholder="Name, feature or endpoint"
            autoComplete="off"
          />
        </FieldFrame>
        <Button type="submit">Search models</Button>
      </form>
      <ul className="mt-6 columns-[11rem] gap-x-6">
        {MODELS.map(({ id }) => (
          <li key={id}>
            <a className="block py-1" href={modelRoute(id)}>
              {id}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
