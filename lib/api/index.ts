/** The HTTP API as pure functions: parts of a request in, status, headers and body out. Server only. */
export { otherMethods, send, type Answer } from "./answer";
export { MOST_BYTES, readBody, toText } from "./body";
export { allModels, catalogueModelSchema, catalogueSchema, noSuchCall, oneModel } from "./catalogue-calls";
export { estimateByBody, estimateByLink } from "./estimate-calls";
export { MOST_SIMULATE_BYTES, simulateByBody } from "./simulate/calls";
export { MOST_GENERATED } from "./simulate/request";
export { simulateRequestSchema } from "./simulate/request-schema";
export { simulationSchema, type SimulationJson } from "./simulate/answer-schema";
export { toEstimateJson } from "./estimate-json";
export { errorSchema, estimateSchema, type EstimateJson } from "./estimate-schema";
export { EXAMPLE_LINK, EXAMPLE_TRACE, FAILURES, FAULTY_BODY } from "./examples";
export { openapi, openapiDocument } from "./openapi";
export { schemaTables } from "./reference";
