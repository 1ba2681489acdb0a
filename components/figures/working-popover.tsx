"use client";

import { useEffect, useId, useLayoutEffect, useRef } from "react";
import type { Working } from "@/lib/view/working";
import { IconButton } from "@/components/ui/button";
import { CloseIcon } from "@/components/ui/close-icon";
import styles from "./working-popover.module.css";

const GAP = 10;
const SHEET = "(max-width: 639px)";

/** Beside the figure, turned to where there is room; a bottom sheet on a phone, by style. */
function place(box: HTMLElement, anchor: HTMLElement): void {
  if (matchMedia(SHEET).matches) {
    box.style.left = box.style.top = "";
    return;
  }
  const figure = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = figure.bottom + GAP;
  const fitsBelow = below + height <= innerHeight - GAP;
  const top = fitsBelow ? below : Math.max(GAP, figure.top - GAP - height);
  box.style.left = `${Math.max(GAP, Math.min(figure.right - width + 24, innerWidth - width - GAP)) + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
}

/**
 * The working of one figure: steps, ruled result, rule, source, checked date. Closes with Escape and gives
 * the focus back. `null`: the figure is gone.
 */
export function WorkingPopover({
  anchor,
  work,
  onClose,
}: {
  anchor: HTMLElement;
  work: Working | null;
  onClose: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const title = useId();

  useLayoutEffect(() => {
    const own = box.current!;
    own.showPopover();
    place(own, anchor);
    anchor.setAttribute("aria-expanded", "true");
    own.focus({ preventScroll: true });
    return () => anchor.removeAttribute("aria-expanded");
  }, [anchor]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      anchor.focus();
      onClose();
    };
    const outside = (event: PointerEvent) => {
      const target = event.target as Element;
      if (!box.current!.contains(target) && !target.closest("[data-work]")) onClose();
    };
    const moved = () => place(box.current!, anchor);
    addEventListener("keydown", press);
    addEventListener("pointerdown", outside);
    addEventListener("resize", moved);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("pointerdown", outside);
      removeEventListener("resize", moved);
    };
  }, [anchor, onClose]);

  return (
    <div className={styles.working} popover="manual" ref={box} role="dialog" aria-labelledby={title} tabIndex={-1}>
      <div className={styles.head}>
        <h3 id={title}>{work?.title ?? "This figure is gone"}</h3>
        <IconButton
          className="-my-1.5 -mr-2 self-center"
          aria-label="Close"
          onClick={() => {
            anchor.focus();
            onClose();
          }}
        >
          <CloseIcon />
        </IconButton>
      </div>
      {work ? (
        <>
          <dl className={styles.steps}>
            {work.steps.map(({ label, expression, value }, index) => (
              <div key={index}>
                <dt>{label}</dt>
                <dd className={styles.expression}>{expression === value ? "" : expression}</dd>
                <dd className={styles.value}>{value}</dd>
              </div>
            ))}
            <div className={styles.result}>
              <dt>{work.result.label}</dt>
              <dd className={styles.expression} data-formula>
                {work.result.expression}
              </dd>
              <dd className={styles.value} data-result>
                {work.result.value}
              </dd>
            </div>
          </dl>
          <p className="mt-3 text-13" data-rule={work.rule.id}>
            <b>{work.rule.title}.</b> <span className="text-ink-2">{work.rule.statement}</span>
            {work.rule.doubt && <span className="mt-1 block text-ink-2">Doubt: {work.rule.doubt}</span>}
          </p>
          <div className={styles.sources}>
            <span>
              {work.sources.length === 0 && "Headroom’s own definition. "}
              {work.sources.map(({ title: name, url, confidence }) => (
                <span key={name} className="block">
                  <a href={url} rel="noreferrer">
                    {name}
                  </a>{" "}
                  ({confidence})
                </span>
              ))}
              Checked {work.checkedOn}.
            </span>
            <a className="whitespace-nowrap" href={`/method#${work.rule.id}`}>
              Method
            </a>
          </div>
        </>
      ) : (
        <p className="text-ink-2">The scenario has changed; press the figure again.</p>
      )}
    </div>
  );
}
