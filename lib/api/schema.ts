/** The schemas of every answer and request, for what checks them. */
export { catalogueModelSchema, catalogueSchema } from "./catalogue-calls";
export { compareSchema, type ComparisonJson } from "./compare-schema";
export { forecastSchema, type ForecastJson } from "./forecast-schema";
export { errorSchema, estimateSchema, type EstimateJson } from "./estimate-schema";
export { rangeSchema, type RangeJson } from "./range-schema";
export { simulationSchema, type SimulationJson } from "./simulate/answer-schema";
export { simulateRequestSchema } from "./simulate/request-schema";
