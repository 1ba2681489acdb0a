import { O1_MINI_LINK } from "@/tests/support/make/o1-mini-example";

const AS_OF = "v=1&asOf=2026-11-23";

/** Scenarios that reach into every corner of the page, each with what it is there for. */
export const SCENARIOS = {
  "the worked example": "/",
  "the o1-mini example": O1_MINI_LINK,
  "retries, peaks and the larger of input and cap": `/?${AS_OF}&tier=4&charge=larger-of&window=1&w=Chat:o1-mini+90.5/m+x3.5+i1500.25+c600.125+v300.5+r900.333+k8000+a0.15&w=Agent:o1+7/h+x12+i12000+c9000+v700+r2600+k16000+a0.02&w=Labels:o3-mini+b+41/h+i700+v50+r200+a0.05`,
  "two workloads on one model": `/?${AS_OF}&tier=5&w=A:o1-mini+2/s+x1.5+i2000+v100+r400+k4000&w=B:o1-mini+30/m+x4+i500+c100+v20&w=C:o3-mini+b+1000/h+i3000+v100&w=D:o3-mini+b+77/d+i100+v1`,
  "days and months whose decimals never end": `/?${AS_OF}&tier=2&charge=actual&turnaround=7.5&w=Daily:o1-mini+100/d+x7+i1001+v333+r77+k900&w=Monthly:o3-mini+1/mo+i17+v3&w=Nightly:o3-mini+b+31/d+i999.999+v1.001`,
  "a model of one’s own": `/?${AS_OF}&tier=2&m=my-model+i2.25+c0.225+o18+bi1.125+bo9+r700+t900000+q2500000+w400000+m128000&w=Mine:my-model+45/m+x2+i5000+c2000+v400+r1500+k6000&w=Mine+later:my-model+b+10000/d+i5000+v400`,
  "one’s own prices, limits and usage limit": `/?${AS_OF}&tier=3&usage=2500&m=o1-mini+i0.9+o3.6+r800+t1000000&w=Chat:o1-mini+20/m+x2+i1500+c600+v300+r900+k8000`,
  "batch only": `/?${AS_OF}&tier=3&w=Night:o1-mini+b+25000/mo+i1200+c300+v250+r1200&w=Labels:o3-mini+b+50000/d+i700+v50+r200`,
  "prices so small that a line does not show": `/?${AS_OF}&m=tiny+i0.000001+o0.000003+r10+t1000+q10&w=tiny+3/mo+i7+v1&w=Some:o3-mini+1/mo+i11+v2+r5`,
  "tiny prices only": `/?${AS_OF}&m=tiny+i0.000000000001+o0.000003+r10+t1000+q10&w=tiny+3/mo+i7+v1`,
  "a budget that is over": `/?${AS_OF}&tier=3&budget=500&w=Chat:o1-mini+12.345/m+x2+i1500+c600+v300+r900+k8000`,
  "a budget with room": `/?${AS_OF}&tier=5&budget=100000.55&w=Chat:o1-mini+12.345/m+x2+i1500+c600+v300+r900+k8000&w=Agent:o1+3/d+i9999+v100`,
  "a request that can never run": `/?${AS_OF}&w=Deep:o1+3/h+i3036+v500+r9000+k64000&w=Chat:o1-mini+1/m+i100+v10`,
  "a request past every size": `/?${AS_OF}&tier=3&w=Long:o1-mini+3/h+i190000+v500+r90000`,
  "a limit that is not published": `/?${AS_OF}&tier=2&w=Night:o1-mini+b+100/d+i1200+v250`,
  "a day before the model was sold":
    "/?v=1&asOf=2024-01-01&tier=3&w=Early:o1-mini+100/d+i1200+v250&w=Later:o3-mini+b+100/d+i1200+v250",
  "the prices of another day":
    "/?v=1&asOf=2025-01-30&tier=3&w=Support+chat:o1-mini+120/m+x2.5+i1500+c600+v300+r900+k8000",
  "the Free tier": `/?${AS_OF}&tier=free&w=Chat:o1-mini+1/m+i100+v10&w=Night:o3-mini+b+1/m+i100+v10`,
  "a model nobody knows": `/?${AS_OF}&tier=2&m=gpt-9&w=Unknown:gpt-9+4/m+i1000+v100`,
  "as much as there can be": `/?${AS_OF}&tier=5&m=giant+i1000000000000+o999999999999.5+r1000000000000+t1000000000000&w=Max:giant+1000000000000/s+x1000+i1000000000000+v1000000000000+r1000000000000+k1000000000000+a10`,
  "nothing to pay and nothing asked": `/?${AS_OF}&m=free-model+i0+o0+r10+t1000&w=Free:free-model+1/m+i0`,
} as const;

/** The query of a link with `count` workloads. */
export function manyWorkloads(count: number): string {
  const models = ["o1-mini", "o1", "o3-mini"];
  return `/?${AS_OF}&tier=5&${Array.from({ length: count }, (_, n) => `w=Work+${n + 1}:${models[n % 3]}${n % 5 === 4 ? "+b" : ""}+${n + 1}/m+i${1000 + n * 37}+v${200 + n}+r${n * 50}+k${5000 + n}`).join("&")}`;
}
