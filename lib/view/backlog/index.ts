/** What Backlog shows of a planned backlog. */
export { backlogAccounting } from "./accounting";
export { backlogAnnouncement, backlogContext, backlogKeys, backlogTitle, shownSplit } from "./head";
export { backlogNotes, backlogSources } from "./notes";
export { backlogPinned } from "./pinned";
export {
  type BacklogCell,
  type BacklogRow,
  backlogRows,
  backlogRowsFinding,
  backlogTiers,
  backlogTiersFinding,
} from "./rows";
export { backlogVerdict } from "./verdict";
