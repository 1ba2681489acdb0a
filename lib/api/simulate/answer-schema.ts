import { z } from "zod";
import { noteSchema } from "../estimate-schema";

const about = <T extends z.ZodType>(schema: T, description: string) => schema.meta({ description });
const count = (meaning: string) => about(z.int().nonnegative(), meaning);
const milliseconds = (meaning: string) => about(z.number().nonnegative().nullable(), meaning);

const waitSchema = z
  .strictObject({
    mean: milliseconds("Over all admitted requests, those without a wait too."),
    p50: milliseconds("By nearest rank; exact for given requests, within 0.5 % for generated ones."),
    p90: milliseconds("Likewise."),
    p95: milliseconds("Likewise."),
    p99: milliseconds("Likewise."),
    max: milliseconds("The longest."),
  })
  .meta({
    id: "WaitMs",
    description: "Start − arrival of the admitted requests, milliseconds to 0.001. `null`: none was admitted.",
  });

const counts = {
  offered: count("Requests that came: admitted + failed + neverFits + queued."),
  admitted: count("Requests that started."),
  delayed: count("Of these, after a wait."),
  neverFits: count("Charged more than the whole limit: they never run."),
  throttled: count("429 answers."),
  failed: count("Given up: after six attempts under retry, after one under drop."),
  queued: count("Still waiting when the run ended, 30 days past the horizon."),
  waitMs: waitSchema,
  lastAdmittedMs: milliseconds("When the last one started. `null`: none did."),
};

const poolSchema = z
  .strictObject({ pool: about(z.string(), "The model’s id."), ...counts })
  .meta({ id: "PoolRun", description: "The same of one pool: a model’s, or that of its long requests." });

const minuteSchema = z
  .strictObject({
    minute: count("From 0; an instant on the edge of two belongs to the later one."),
    offered: count("Came in this minute."),
    admitted: count("Started in it."),
    throttled: count("429 answers in it."),
    failed: count("Given up in it."),
    queued: count("Waiting at its end."),
    chargedTokens: about(z.number().nonnegative(), "Charged against tokens a minute by those that started in it."),
  })
  .meta({ id: "Minute", description: "One minute of the run." });

/** A simulation as the API answers it. */
export const simulationSchema = z
  .strictObject({
    ...counts,
    pools: about(z.array(poolSchema), "By first appearance."),
    perMinute: about(
      z.array(minuteSchema),
      "All pools together, every minute up to the horizon and on while anything happens.",
    ),
    notes: about(z.array(noteSchema), "What to know of the workloads that ran, errors first."),
  })
  .meta({ id: "Simulation", description: "What became of the traffic." });

/** A simulation as the API answers it. */
export type SimulationJson = z.infer<typeof simulationSchema>;
