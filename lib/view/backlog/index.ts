/** What Backlog shows of a planned backlog. */
export { backlogAccounting } from "./accounting";
export { backlogAnnouncement, backlogContext, backlogKeys, backlogTitle, shownSplit } from "./head";
export { backlogNotes, backlogSources } from "./notes";
export { backlogPinned } from "./pinned";
export { type BacklogRow, backlogRows, backlogRowsFinding } from "./rows";
export { type BacklogCell, backlogTiers, backlogTiersFinding } from "./tiers";
export { backlogVerdict } from "./verdict";
