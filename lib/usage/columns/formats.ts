import type { FieldNames } from "./fields";
import type { Layout } from "./layout";

/** A known table, told by its columns. */
export interface TableFormat extends Partial<
  Pick<Layout, "countedIn" | "together" | "failedWithoutOutput" | "remark">
> {
  readonly name: string;
  /** Of each of these lists one name is among the columns. */
  readonly has: readonly (readonly string[])[];
  readonly names: FieldNames;
  /** Columns beside which the table has no other. */
  readonly only?: readonly string[];
}

/** The known tables. A table is of the first format whose columns it has. */
export const FORMATS: readonly TableFormat[] = [
  {
    name: "OpenAI usage export",
    has: [["nummodelrequests"], ["inputtokens"], ["starttime", "starttimeiso"]],
    together: true,
    names: {
      time: ["starttime", "starttimeiso"],
      until: ["endtime", "endtimeiso"],
      model: ["model"],
      requests: ["nummodelrequests"],
      input: ["inputtokens"],
      cached: ["inputcachedtokens"],
      written: ["inputcachewritetokens"],
      output: ["outputtokens"],
      reasoning: ["outputreasoningtokens"],
      serviceTier: ["servicetier"],
      batch: ["batch"],
    },
  },
  {
    name: "OpenAI costs export",
    has: [["amountvalue"], ["starttime", "starttimeiso"]],
    together: true,
    names: { time: ["starttime", "starttimeiso"], until: ["endtime", "endtimeiso"], cost: ["amountvalue"] },
  },
  {
    name: "OpenAI export without use",
    has: [
      ["starttime", "starttimeiso"],
      ["endtime", "endtimeiso"],
    ],
    only: [
      "starttime",
      "endtime",
      "starttimeiso",
      "endtimeiso",
      "projectid",
      "userid",
      "apikeyid",
      "organizationid",
      "organizationname",
    ],
    together: true,
    names: { time: ["starttime", "starttimeiso"], until: ["endtime", "endtimeiso"] },
  },
  {
    name: "OpenRouter activity",
    has: [["generationid"], ["tokensprompt"], ["tokenscompletion"]],
    names: {
      time: ["createdat"],
      model: ["modelpermaslug", "model"],
      input: ["tokensprompt"],
      cached: ["tokenscached"],
      written: ["tokenscachewrite", "tokenscachewritten"],
      output: ["tokenscompletion"],
      reasoning: ["tokensreasoning"],
      cost: ["costtotal"],
      failed: ["cancelled"],
    },
  },
  {
    name: "Cursor usage events",
    has: [["date"], ["inputwocachewrite"], ["cacheread"], ["outputtokens"]],
    names: {
      time: ["date"],
      model: ["model"],
      plain: ["inputwocachewrite"],
      cached: ["cacheread"],
      written: ["inputwcachewrite"],
      output: ["outputtokens"],
      cost: ["cost", "costtoyou"],
      failed: ["kind"],
    },
  },
  {
    name: "Azure LLM trace",
    has: [["timestamp"], ["contexttokens"], ["generatedtokens"]],
    names: { time: ["timestamp"], input: ["contexttokens"], output: ["generatedtokens"] },
  },
  {
    name: "BurstGPT trace",
    has: [["timestamp"], ["requesttokens"], ["responsetokens"]],
    failedWithoutOutput: true,
    names: { time: ["timestamp"], model: ["model"], input: ["requesttokens"], output: ["responsetokens"] },
  },
  {
    name: "LiteLLM spend log",
    has: [["calltype", "requestid"], ["spend"], ["prompttokens"], ["completiontokens"]],
    names: {
      time: ["starttime"],
      model: ["model"],
      input: ["prompttokens"],
      output: ["completiontokens"],
      cost: ["spend"],
      status: ["status"],
      metadata: ["metadata"],
      ownCache: ["cachehit"],
    },
  },
  {
    name: "Helicone export",
    has: [["requestcreatedat", "responsecreatedat"], ["prompttokens"], ["completiontokens"]],
    names: {
      time: ["requestcreatedat", "responsecreatedat"],
      model: ["model", "responsemodel", "requestmodel"],
      input: ["prompttokens"],
      cached: ["promptcachereadtokens"],
      written: ["promptcachewritetokens"],
      output: ["completiontokens"],
      reasoning: ["reasoningtokens"],
      status: ["responsestatus"],
      cost: ["cost", "costusd"],
      request: ["requestbody"],
    },
  },
  {
    name: "Langfuse export",
    has: [
      ["traceid", "parentobservationid", "completionstarttime", "tracename"],
      ["starttime"],
      ["usagedetails", "usage", "inputtokens", "prompttokens", "inputusage", "usageinput", "usagedetailsinput"],
    ],
    names: {
      time: ["starttime"],
      model: ["model", "providedmodelname", "modelname"],
      kind: ["type", "observationtype"],
      details: ["usagedetails", "usage"],
      input: ["inputtokens", "prompttokens", "inputusage", "usageinput", "usageinputtokens", "usageprompttokens"],
      output: [
        "outputtokens",
        "completiontokens",
        "outputusage",
        "usageoutput",
        "usageoutputtokens",
        "usagecompletiontokens",
      ],
      cost: ["totalcost", "calculatedtotalcost", "costdetailstotal"],
      status: ["level"],
    },
  },
  {
    name: "OpenTelemetry spans",
    has: [["genaiusageinputtokens", "genaiusageprompttokens"]],
    names: {
      time: ["starttimeunixnano", "starttime", "timestamp", "start"],
      model: ["genairequestmodel", "genairesponsemodel"],
      kind: ["genaioperationname"],
      input: ["genaiusageinputtokens", "genaiusageprompttokens"],
      cached: ["genaiusagecachereadinputtokens", "genaiusageinputtokenscached"],
      written: [
        "genaiusagecachecreationinputtokens",
        "genaiusagecachewriteinputtokens",
        "genaiusageinputtokenscachewrite",
      ],
      output: ["genaiusageoutputtokens", "genaiusagecompletiontokens"],
      reasoning: ["genaiusagereasoningoutputtokens", "genaiusageoutputtokensreasoning"],
      cap: ["genairequestmaxtokens"],
      status: ["statuscode"],
    },
  },
  {
    name: "Mooncake trace",
    has: [["timestamp"], ["inputlength"], ["outputlength"]],
    countedIn: "milliseconds",
    remark:
      "The trace names blocks of prompts that repeat, and not what was read from a cache; cached input is unknown.",
    names: { time: ["timestamp"], input: ["inputlength"], output: ["outputlength"] },
  },
  {
    name: "Request trace",
    has: [["atms"], ["inputtokens"], ["outputtokens"]],
    countedIn: "milliseconds",
    names: {
      time: ["atms"],
      input: ["inputtokens"],
      cached: ["cachedinputtokens"],
      written: ["cachewritetokens"],
      output: ["outputtokens"],
      reasoning: ["reasoningtokens"],
    },
  },
];
