// What neither package says and a public text does: release days, service tiers, retirements, and models newer than the packages.

/**
 * @typedef {readonly [input: string, cached: string | null, output: string]} Triple
 * @typedef {object} Row Overrides for the price from `from`; what is absent follows from the packages.
 * @property {string} from
 * @property {Triple} [standard]
 * @property {string} [write] Cache writes
 * @property {number} [long] First token count at which a request counts as long
 * @property {Triple} [flex]
 * @property {Triple} [priority]
 * @property {"medium" | "low" | "disputed"} [confidence]
 * @property {string} [note]
 *
 * @typedef {object} Established
 * @property {string} id
 * @property {string} released The day its price begins: of the snapshot in its name, or of its launch
 * @property {string} [like] The model of gpt-tokenizer whose limits a snapshot sold on its own shares
 * @property {string[]} [also] Further names
 * @property {boolean} [flexIsHalf] Flex at the price of batch, cached input halved too
 * @property {boolean} [batchCached] Cached input in batch at half price
 * @property {Triple} [priority] In force since `released`
 * @property {true} [shortPriority] Priority is not sold to requests that count as long
 * @property {bigint} [priorityTimes] Priority as a multiple of every price
 * @property {Row[]} [rows]
 * @property {readonly [on: string, successor: string, note?: string]} [retires]
 * @property {string} [ends] Known of its end, but not enough for `retires`
 * @property {{ contextWindow: number, maxOutputTokens: number, maxInputTokens: number, cutoff: string, tagline: string, advice: string }} [page] OpenAI’s model page, for what gpt-tokenizer does not have
 */

const GPT_6 = { contextWindow: 1_050_000, maxOutputTokens: 128_000, maxInputTokens: 922_000 };
const SHARED_POOL = "Sold at a price of its own, so it stands by itself; OpenAI counts it in the pool of the alias.";
const TWO_NAMED = "OpenAI’s page names gpt-5 or gpt-4.1.";
const NO_SUCCESSOR = "OpenAI shuts it down on 1 April 2027; which model it names in its place was not found.";

/** @type {readonly Established[]} */
export const ESTABLISHED = [
  {
    id: "gpt-6.2-sol",
    released: "2026-11-17",
    batchCached: true,
    priorityTimes: 2n,
    rows: [
      {
        from: "2026-11-17",
        standard: ["2.00", "0.10", "10.00"],
        write: "2.50",
        long: 272_001,
        note: "Cache writes for 30 minutes; for 12 hours they cost 5.00.",
      },
    ],
    page: {
      ...GPT_6,
      cutoff: "2026-06-01",
      tagline: "OpenAI’s go-to model for everyday work",
      advice: "From coding to powering agents at scale. It has no reasoning effort “none”.",
    },
  },
  {
    id: "gpt-6.1-sol",
    released: "2026-09-29",
    batchCached: true,
    flexIsHalf: true,
    priorityTimes: 2n,
    rows: [{ from: "2026-09-29", standard: ["2.00", "0.10", "10.00"], write: "2.50", long: 272_001 }],
    page: {
      ...GPT_6,
      cutoff: "2026-04-30",
      tagline: "Complex coding and professional work at a lower cost than GPT-6 Astra",
      advice: "Tool calls go through Responses. It has no reasoning effort “none”.",
    },
  },
  {
    id: "gpt-6-sol",
    released: "2026-09-22",
    batchCached: true,
    flexIsHalf: true,
    priorityTimes: 2n,
    page: {
      ...GPT_6,
      cutoff: "2026-04-20",
      tagline: "Built to power complex coding and agentic workflows",
      advice: "Reasoning effort from none to max. Chat Completions takes tools only without reasoning.",
    },
  },
  {
    id: "gpt-6-luna",
    released: "2026-09-22",
    batchCached: true,
    flexIsHalf: true,
    priorityTimes: 2n,
    page: {
      ...GPT_6,
      cutoff: "2026-05-18",
      tagline: "OpenAI’s most efficient model for focused, high-volume tasks",
      advice: "Reasoning effort from none to max. Chat Completions takes tools only without reasoning.",
    },
  },
  {
    id: "gpt-6-astra",
    released: "2026-09-03",
    batchCached: true,
    flexIsHalf: true,
    priorityTimes: 2n,
    page: {
      ...GPT_6,
      cutoff: "2026-04-30",
      tagline: "The largest model of the GPT-6 family",
      advice: "For computer use, browsing and software engineering.",
    },
  },
  {
    id: "gpt-5.6-sol",
    released: "2026-07-09",
    also: ["gpt-5.6"],
    batchCached: true,
    flexIsHalf: true,
    priorityTimes: 2n,
    rows: [
      {
        from: "2026-08-21",
        confidence: "low",
        note: "A promotion announced until at least 21 November 2026; before it 5.00, 0.50 and 30.00. No later price was found.",
      },
    ],
  },
  { id: "gpt-5.6-terra", released: "2026-07-09", batchCached: true, flexIsHalf: true, priorityTimes: 2n },
  { id: "gpt-5.6-luna", released: "2026-07-09", batchCached: true, flexIsHalf: true, priorityTimes: 2n },
  { id: "gpt-5.5-pro", released: "2026-04-23" },
  {
    id: "gpt-5.5",
    released: "2026-04-23",
    batchCached: true,
    flexIsHalf: true,
    priority: ["12.50", "1.25", "75.00"],
    shortPriority: true,
  },
  {
    id: "gpt-5.4-mini",
    released: "2026-03-17",
    batchCached: true,
    flexIsHalf: true,
    priority: ["1.50", "0.15", "9.00"],
  },
  { id: "gpt-5.4-nano", released: "2026-03-17", batchCached: true, flexIsHalf: true, ends: NO_SUCCESSOR },
  { id: "gpt-5.4-pro", released: "2026-03-05", flexIsHalf: true },
  {
    id: "gpt-5.4",
    released: "2026-03-05",
    batchCached: true,
    flexIsHalf: true,
    priority: ["5.00", "0.50", "30.00"],
    shortPriority: true,
    rows: [{ from: "2026-03-05", note: "OpenAI’s tables print cached input in batch and flex as 0.13, rounded." }],
  },
  { id: "gpt-5.3-chat-latest", released: "2026-03-03", retires: ["2026-08-10", "gpt-5.5"] },
  { id: "gpt-5.3-codex", released: "2026-02-24", ends: NO_SUCCESSOR },
  { id: "gpt-5.2-codex", released: "2026-01-14", retires: ["2026-07-23", "gpt-5.4"] },
  { id: "gpt-5.2", released: "2025-12-11", batchCached: true, flexIsHalf: true, priority: ["3.50", "0.35", "28.00"] },
  { id: "gpt-5.2-chat-latest", released: "2025-12-11", retires: ["2026-08-10", "gpt-5.5"] },
  { id: "gpt-5.2-pro", released: "2025-12-11" },
  { id: "gpt-5.1-codex-max", released: "2025-12-04", retires: ["2026-07-23", "gpt-5.4"] },
  {
    id: "gpt-5.1",
    released: "2025-11-13",
    batchCached: true,
    flexIsHalf: true,
    priority: ["2.50", "0.25", "20.00"],
    ends: NO_SUCCESSOR,
  },
  { id: "gpt-5.1-chat-latest", released: "2025-11-13", retires: ["2026-07-23", "gpt-5.3-chat-latest"] },
  {
    id: "gpt-5.1-codex",
    released: "2025-11-13",
    priority: ["2.50", "0.25", "20.00"],
    retires: ["2026-07-23", "gpt-5", "As the page stood in April 2026."],
  },
  { id: "gpt-5.1-codex-mini", released: "2025-11-13", retires: ["2026-07-23", "gpt-5.4-mini"] },
  { id: "gpt-5-pro", released: "2025-10-06", retires: ["2026-12-11", "gpt-5.6-sol"] },
  {
    id: "gpt-5-codex",
    released: "2025-09-23",
    priority: ["2.50", "0.25", "20.00"],
    retires: ["2026-07-23", "gpt-5.4"],
  },
  {
    id: "gpt-5",
    released: "2025-08-07",
    batchCached: true,
    flexIsHalf: true,
    priority: ["2.50", "0.25", "20.00"],
    retires: ["2026-12-11", "gpt-5.6-sol", "Since November 2026 the page names gpt-6.1-sol."],
  },
  {
    id: "gpt-5-mini",
    released: "2025-08-07",
    batchCached: true,
    flexIsHalf: true,
    priority: ["0.45", "0.045", "3.60"],
    retires: ["2026-12-11", "gpt-5.6-terra", "Since November 2026 the page names gpt-6.1-terra."],
  },
  {
    id: "gpt-5-nano",
    released: "2025-08-07",
    batchCached: true,
    flexIsHalf: true,
    retires: ["2026-12-11", "gpt-5.6-luna"],
  },
  { id: "gpt-5-chat-latest", released: "2025-08-07", retires: ["2026-07-23", "gpt-5.3-chat-latest"] },
  { id: "o3-deep-research", released: "2025-06-26", retires: ["2026-07-23", "gpt-5.4-pro"] },
  { id: "o4-mini-deep-research", released: "2025-06-26", retires: ["2026-07-23", "gpt-5.4-pro"] },
  { id: "o3-pro", released: "2025-06-10", retires: ["2026-12-11", "gpt-5.6-sol"] },
  {
    id: "o3",
    released: "2025-04-16",
    rows: [
      {
        from: "2025-04-16",
        standard: ["10.00", "2.50", "40.00"],
        confidence: "disputed",
        note: "The package has cached input at 0.50 already then, the price after the cut; OpenAI’s own was 2.50.",
      },
      { from: "2025-06-10", flex: ["1.00", "0.25", "4.00"], priority: ["3.50", "0.875", "14.00"] },
    ],
    retires: ["2026-12-11", "gpt-5.6-sol"],
  },
  {
    id: "o4-mini",
    released: "2025-04-16",
    rows: [
      {
        from: "2025-04-16",
        flex: ["0.55", "0.138", "2.20"],
        priority: ["2.00", "0.50", "8.00"],
        note: "Cached input on flex is printed as 0.138; half of 0.275 would be 0.1375.",
      },
    ],
    retires: ["2026-10-23", "gpt-5.4-mini", "Since the summer of 2026 the page names gpt-5.6-terra."],
  },
  {
    id: "gpt-4.1",
    released: "2025-04-14",
    priority: ["3.50", "0.875", "14.00"],
    retires: ["2027-01-14", "gpt-6-luna"],
  },
  {
    id: "gpt-4.1-mini",
    released: "2025-04-14",
    priority: ["0.70", "0.175", "2.80"],
    retires: ["2027-01-14", "gpt-6-luna"],
  },
  {
    id: "gpt-4.1-nano",
    released: "2025-04-14",
    priority: ["0.20", "0.05", "0.80"],
    retires: ["2026-10-23", "gpt-5.6-luna"],
  },
  { id: "o1-pro", released: "2025-03-19", retires: ["2026-10-23", "gpt-5.6-sol"] },
  { id: "gpt-4.5-preview", released: "2025-02-27", retires: ["2025-07-14", "gpt-4.1"] },
  {
    id: "o1-preview",
    released: "2024-09-12",
    rows: [
      { from: "2024-09-12", standard: ["15.00", null, "60.00"], note: "Prompt caching did not exist yet." },
      { from: "2024-10-01" },
    ],
    retires: ["2025-07-28", "o3"],
  },
  { id: "chatgpt-4o-latest", released: "2024-08-15", retires: ["2026-02-17", "gpt-5.1-chat-latest"] },
  {
    id: "gpt-4o-mini",
    released: "2024-07-18",
    rows: [
      { from: "2024-07-18", standard: ["0.15", null, "0.60"], note: "Prompt caching did not exist yet." },
      { from: "2024-10-01", priority: ["0.25", "0.125", "1.00"] },
    ],
    retires: ["2027-01-14", "gpt-6-luna"],
  },
  {
    id: "gpt-4o",
    released: "2024-10-02",
    rows: [
      {
        from: "2024-10-02",
        priority: ["4.25", "2.125", "17.00"],
        note: "On 2 October 2024 the alias moved to the cheaper snapshot gpt-4o-2024-08-06; until then it cost what gpt-4o-2024-05-13 costs.",
      },
    ],
    retires: ["2027-01-14", "gpt-6-luna"],
  },
  {
    id: "gpt-4o-2024-05-13",
    released: "2024-05-13",
    like: "gpt-4o",
    rows: [{ from: "2024-05-13", note: SHARED_POOL }],
    retires: ["2026-10-23", "gpt-5.6-sol"],
  },
  { id: "gpt-4-turbo", released: "2024-04-09", retires: ["2026-10-23", "gpt-5.6-sol"] },
  {
    id: "gpt-3.5-turbo",
    released: "2024-02-16",
    rows: [
      {
        from: "2024-02-16",
        note: "The alias moved to gpt-3.5-turbo-0125 and its lower price in the middle of February 2024.",
      },
    ],
    retires: ["2026-10-23", "gpt-5.6-terra"],
  },
  { id: "gpt-4-turbo-preview", released: "2024-01-25", retires: ["2026-03-26", "gpt-5", TWO_NAMED] },
  {
    id: "gpt-3.5-turbo-1106",
    released: "2023-11-06",
    like: "gpt-3.5-turbo",
    rows: [{ from: "2023-11-06", note: SHARED_POOL }],
    retires: ["2026-09-28", "gpt-5-mini", "OpenAI’s page named gpt-5-mini or gpt-4.1-mini."],
  },
  { id: "gpt-4", released: "2023-03-14", retires: ["2026-10-23", "gpt-5.6-sol"] },
];

const NOT_TEXT = "takes or gives audio, images, video or vectors rather than text alone";
const FEES = "made for one tool, with a fee for each call besides its tokens";
const GONE = "shut down in 2024 or 2025, and no package has all of its figures right";

/** What the packages have and the catalogue leaves out. @type {readonly (readonly [ids: RegExp, reason: string])[]} */
export const LEFT_OUT = [
  [/audio|realtime|image|transcribe|tts|whisper|embedding|moderation|dall-e|sora|live|translate/, NOT_TEXT],
  [/search|computer-use/, FEES],
  [/gpt-oss/, "open weights, not sold by OpenAI"],
  [/^ft:|\.ft-/, "a fine-tuned model: its price depends on the model it was made from"],
  [/^(ada|babbage|curie|davinci|text-)|-instruct$|^(babbage|davinci)-002$/, "speaks the legacy Completions API only"],
  [/^gpt-3\.5-0301$|^gpt-3\.5-turbo-0613$|^gpt-3\.5-turbo-16k|^gpt-4-32k$|^gpt-4-(1106-)?vision-preview$/, GONE],
  [/^gpt-5\.3$/, "a name of the price list only: OpenAI sells gpt-5.3-chat-latest and gpt-5.3-codex"],
  [/^gpt-4o:extended$/, "never sold through the public API"],
  [/^codex-mini/, "made for the Codex command line, shut down on 16 January 2026"],
  [/^(gpt-)?chat-latest$/, "a moving alias; its only price comes from a reseller"],
  [/^gpt-5\.6-cyber$|^daybreak-/, "no price in @pydantic/genai-prices; access is by approval"],
];

/** Why the catalogue leaves a name of the packages out; `undefined`: it does not. @param {string} id */
export const leftOut = (id) => LEFT_OUT.find(([ids]) => ids.test(id))?.[1];
