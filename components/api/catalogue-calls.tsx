import { Section } from "@/components/ui/section";
import { Fields, type FieldsTable } from "./fields";
import { HOST } from "@/components/ui/page/own-origin";
import { OwnCode } from "./own-code";

/** The two calls for the catalogue. */
export function CatalogueCalls({ catalogue, all }: { catalogue: readonly FieldsTable[]; all: readonly FieldsTable[] }) {
  return (
    <Section
      id="catalogue"
      eyebrow="GET /api/v1/models"
      finding="Every price and limit with its source and the day it was checked"
    >
      <OwnCode label="All models and usage tiers" open="/api/v1/models">{`curl ${HOST}/api/v1/models`}</OwnCode>
      <OwnCode
        label="One of them, by id or snapshot"
        open="/api/v1/models/o1-mini"
      >{`curl ${HOST}/api/v1/models/o1-mini`}</OwnCode>
      <p className="max-w-[74ch]">
        A price is in force from <code>from</code> on and until the day before <code>until</code>. A limit that OpenAI
        does not print is <code>&quot;unpublished&quot;</code>, neither zero nor unlimited. <code>source</code> names an
        entry of <code>sources</code>.
      </p>
      <Fields tables={catalogue} all={all} />
    </Section>
  );
}
