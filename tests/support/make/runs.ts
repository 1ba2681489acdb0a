/**
 * How a property is run: always the same cases, unless `FC_SEED` names others; `FC_RUNS` multiplies how many there are:
 * few by default, so that every change can wait for them, `FC_RUNS=10` for a long look.
 * A failure prints its seed and path.
 */
export function runs(numRuns: number): { seed: number; numRuns: number } {
  const { FC_SEED, FC_RUNS } = process.env;
  return {
    seed: FC_SEED === undefined ? 20_261_123 : Number(FC_SEED),
    numRuns: Math.round(numRuns * Number(FC_RUNS ?? 1)),
  };
}
