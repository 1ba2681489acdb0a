/** Pages as texts to take elsewhere: a report of each in four formats, and the bill of the API. */
export { CSV_COLUMNS, toCsv } from "./bill-csv";
export { fileName, REPORT_FORMATS } from "./formats/format";
export { planReport } from "./plan/report";
export { trafficReport } from "./traffic/report";
export { type Compared, compareReport } from "./compare/report";
export { forecastReport } from "./forecast/report";
export { backlogReport } from "./backlog/report";
export { logReport, type ReadLog } from "./log/report";
export { isTable, paperTable } from "./formats/shown";
export type { BarPart, Block, NamedValue, Report, Row, ReportTable } from "./report";
