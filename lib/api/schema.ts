/** The schemas of every answer and request, for what checks them. */
export { catalogueModelSchema, catalogueSchema } from "./catalogue-calls";
export { compareSchema } from "./compare-schema";
export { errorSchema, estimateSchema } from "./estimate-schema";
export { simulationSchema } from "./simulate/answer-schema";
export { simulateRequestSchema } from "./simulate/request-schema";
