import { LateCompare } from "@/components/compare/late-compare";
import { CHOICE_KEYS, compareTitle } from "@/lib/view/compare";
import { comparedPickText } from "@/lib/view/ranges";
import { scenarioRoute, type ShellProps } from "@/components/scenario-page/route";
// The HTML comes before the script, and so do its styles: asked for by the server, they cost no script.
import "@/components/charts/frame.module.css";
import "@/components/compare/compare.module.css";
import "@/components/compare/filters.module.css";
import "@/components/compare/rows.module.css";
import "@/components/figures/figure-button.module.css";
import "@/components/figures/lists/sources.module.css";
import "@/components/figures/swatch.module.css";
import "@/components/figures/try-link.module.css";
import "@/components/figures/verdict-head.module.css";
import "@/components/scenario-page/copy-link.module.css";
import "@/components/scenario-page/toast.module.css";
import "@/components/scenario-page/variants/compare-with.module.css";
import "@/components/scenario-page/variants/editor.module.css";
import "@/components/scenario-page/variants/strip.module.css";
import "@/components/scenario/models/picker.module.css";
import "@/components/ui/button.module.css";
import "@/components/ui/fields/field-frame.module.css";
import "@/components/ui/fields/segmented.module.css";
import "@/components/ui/marks.module.css";
import "@/components/ui/page/banner.module.css";
import "@/components/ui/page/pane-page.module.css";
import "@/components/ui/page/shell.module.css";
import "@/components/ui/section.module.css";
import "@/components/ui/table.module.css";

const route = scenarioRoute({
  key: "compare",
  title: compareTitle,
  Page: (props: ShellProps) => (
    <LateCompare {...props} pick={props.opened && comparedPickText(props.opened.scenario, props.opened.own)} />
  ),
  formless: true,
  own: CHOICE_KEYS,
});

export const { generateMetadata } = route;
export default route.Page;
