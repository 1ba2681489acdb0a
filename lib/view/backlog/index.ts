/** What Backlog shows of a planned backlog. */
export { backlogAccounting } from "./accounting";
export { backlogAnnouncement, backlogContext, backlogKeys, backlogTitle } from "./head";
export { backlogNotes, backlogSources } from "./notes";
export { backlogPinned } from "./pinned";
export { backlogRemark } from "./remark";
export { type BacklogRow, backlogRows, backlogRowsFinding } from "./rows";
export { shownSplit } from "./shown";
export { type BacklogCell, backlogTiers, backlogTiersFinding } from "./tiers";
export { backlogVerdict } from "./verdict";
