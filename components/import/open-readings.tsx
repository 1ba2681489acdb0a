"use client";

import type { Readings, UsageReport } from "@/lib/usage";
import { openQuestions } from "@/lib/view/pasted";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";

interface OpenReadingsProps {
  readonly report: UsageReport;
  /** What was answered before. */
  readonly readings: Readings;
  /** `null` after a reload, when the log is not there to be read again. */
  readonly onRead: ((said: { readings: Readings }) => void) | null;
}

/** What can be read in two ways is asked, with both readings shown; the log is then read again. */
export function OpenReadings({ report, readings, onRead }: OpenReadingsProps) {
  const questions = openQuestions(report, readings);
  if (questions.length === 0 || !onRead) return null;
  const [first] = questions;
  const finding = questions.length === 1 ? first!.text : "Some of this can be read in two ways";
  return (
    <Section id="questions" eyebrow="To be read in two ways" finding={finding}>
      {questions.map(({ about, text, answers }) => (
        <div key={about} role="group" aria-label={text} className="flex flex-wrap items-center gap-2 not-first:mt-3">
          {questions.length > 1 && <span className="basis-full">{text}</span>}
          {answers.map(({ label, readings: answer, isGiven }) => (
            <Button
              key={label}
              aria-pressed={isGiven}
              go={isGiven}
              onClick={() => onRead({ readings: { ...readings, ...answer } })}
            >
              {label}
            </Button>
          ))}
        </div>
      ))}
    </Section>
  );
}
