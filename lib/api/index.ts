/** The HTTP API as pure functions: parts of a request in, status, headers and body out. Server only. */
export { busy, otherMethods, send, type Answer } from "./answer";
export { MOST_BYTES, readBody, readPieces, toText } from "./body";
export { allModels, noSuchCall, oneModel } from "./catalogue-calls";
export { compareByBody, compareByLink } from "./compare-calls";
export { toCompareRowJson } from "./compare-json";
export { forecastByBody, forecastByLink } from "./forecast-calls";
export { estimateByBody, estimateByLink } from "./estimate-calls";
export { rangeByBody } from "./range-calls";
export { MOST_SIMULATE_BYTES, simulateByBody } from "./simulate/calls";
export { MOST_GENERATED } from "./simulate/request";
export { toEstimateJson } from "./estimate-json";
export { EXAMPLE_BODIES, EXAMPLE_GROWTH, EXAMPLE_LINK, FAILURES } from "./examples";
export { openapi, openapiDocument } from "./openapi";
export { schemaTables } from "./reference";
