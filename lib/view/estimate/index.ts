/** What several pages say of an estimate: notes, sources, tones, token accounting, prices of another day. */
export { accountingView, type AccountingView, RULE_MEANINGS } from "./accounting";
export { endingView, type EndingView, endsInYear } from "./ending";
export { encodeFocusTarget, focusHref, type FocusTarget } from "./focus-target";
export { tierFitView } from "./tier-fit";
export { stateOf, type LimitState } from "./limit-state";
export { monthMoney, usageLimitName } from "./month-money";
export { notesFinding, noteText, noteViews } from "./notes/list";
export type { NoteAction, NoteView } from "./notes/types";
export { ownLimitField, ownPriceField } from "./own-fields";
export { pinnedView } from "./pinned";
export { sourcesView, type SourceView } from "./sources";
export { retiredAside, type Tone } from "./tone";
export { reasoningAside } from "./vain-reasoning";
export { type HeadFigure, verdictText, type VerdictView } from "./verdict";
