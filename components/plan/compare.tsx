import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import { alternativesFinding, alternativesView, type AlternativeView } from "@/lib/view/plan";
import { tierWord } from "@/lib/view/names";
import { FigureButton } from "@/components/figures/figure-button";
import { ToneMark } from "@/components/figures/tone";
import { TryLink } from "@/components/figures/try-link";
import { classNames } from "@/components/ui/class-names";
import { ROUTES } from "@/components/ui/routes";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { WholeNames } from "@/components/ui/whole-names";
import styles from "./compare.module.css";
import { Successors } from "./successors";

/**
 * The scenario on its own model, its successors and the cheapest models that fit: cost, fit, and what binds
 * first.
 */
export const Compare = memo(function Compare({ estimate, place }: { estimate: Estimate; place: Ref<HTMLElement> }) {
  const alternatives = alternativesView(estimate);
  return (
    <Section
      className="@container"
      aria-labelledby="h-cmp"
      id="compare"
      ref={place}
      eyebrow="The same on other models"
      finding={alternativesFinding(alternatives, estimate)}
    >
      <Successors estimate={estimate} />
      <Table className={styles.alternatives} role="table" caption="The whole scenario on other models">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col">Model</th>
            <th scope="col">Fit</th>
            <th scope="col">Binds first</th>
            <th scope="col" className="text-right">
              A month
            </th>
            <th scope="col" className={classNames(styles.share, "w-[12%] wide:w-[22%]")}>
              <span className="sr-only">Against the dearest</span>
            </th>
            <th scope="col">
              <span className="sr-only">Try</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {alternatives.map((one) => (
            <Row key={`${one.model} ${one.serviceTier}`} {...one} />
          ))}
        </tbody>
      </Table>
      <p className="mt-[10px] text-small text-ink-2">
        Sizes stay as entered. Models differ in how much they reason, so put in your own counts before you decide.{" "}
        <a href={encodeLink(estimate.scenario, ROUTES.compare)} rel="nofollow">
          Every model in every service tier
        </a>
      </p>
    </Section>
  );
});

function Row({ model, serviceTier, name, about, month, width, tone, fit, binds, now, scenario }: AlternativeView) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <b>
          <WholeNames>{name}</WholeNames>
        </b>{" "}
        <small className="text-ink-2">{about}</small>
      </th>
      <td className="whitespace-nowrap">
        <ToneMark tone={tone} size={12} /> {fit}
      </td>
      <td className={classNames(styles.binds, "whitespace-nowrap text-ink-2")}>{binds}</td>
      <td className="text-right">
        <FigureButton {...month} />
      </td>
      <td className={styles.share}>
        <i
          className={classNames("block h-[10px] rounded-bar", now ? "bg-mean" : "bg-peak")}
          style={{ width: `${width * 100}%` }}
        />
      </td>
      <td className="text-right">
        {now ? (
          <small className="whitespace-nowrap text-ink-2">as entered</small>
        ) : (
          <TryLink scenario={scenario} label={`Try ${model}, ${tierWord(serviceTier)}`}>
            Try
          </TryLink>
        )}
      </td>
    </tr>
  );
}
