import type { FieldsTable } from "./fields";

/** The tables of fields, by where on the page they stand. */
export interface ApiTables {
  readonly request: readonly FieldsTable[];
  readonly answer: readonly FieldsTable[];
  readonly comparison: readonly FieldsTable[];
  readonly forecast: readonly FieldsTable[];
  readonly range: readonly FieldsTable[];
  readonly simulation: readonly FieldsTable[];
  readonly catalogue: readonly FieldsTable[];
  readonly error: readonly FieldsTable[];
}

/**
 * The worked example: its link, one workload of it, the scenario as JSON, the head of its answer, its whole
 * answer, its bill as CSV, the first row of its comparison, its last month as it grows.
 */
export interface ApiExample {
  readonly link: string;
  readonly workload: string;
  readonly scenario: string;
  readonly head: string;
  readonly answer: string;
  readonly csv: string;
  readonly row: string;
  readonly month: string;
}

/** A body and its answer, as JSON. */
export interface BodyExample {
  readonly body: string;
  readonly answer: string;
}

/** How a call can fail, and a body that does. */
export interface ApiFailures {
  readonly statuses: readonly { readonly status: number; readonly meaning: string; readonly body: string }[];
  readonly faultyBody: string;
}

/** What one call takes at most. */
export interface ApiMost {
  readonly bytes: number;
  readonly simulateBytes: number;
  /** Requests of a trace, and of generated traffic. */
  readonly traceRequests: number;
  readonly generatedRequests: number;
}
