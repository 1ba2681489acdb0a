import type { throttleViews } from "@/lib/view/traffic";
import { RuleLayout } from "@/components/figures/lists/rule-layout";
import { StepList } from "@/components/figures/lists/step-list";
import { Code } from "@/components/ui/code";

/** Settings that keep a client within the limits of a pool, in numbers and as code; or why there are none. */
export function ThrottleSettings({ throttle }: { throttle: ReturnType<typeof throttleViews>[number] }) {
  const { name, missing, settings, snippets } = throttle;
  if (missing) {
    return (
      <RuleLayout className="mt-6">
        <div>
          <h3 className="font-semibold">No throttle for {name}</h3>
          <p className="max-w-[64ch] text-ink-2">{missing}</p>
        </div>
      </RuleLayout>
    );
  }
  return (
    <RuleLayout className="mt-6">
      <div>
        <h3 className="font-semibold">Settings of a throttle for {name}</h3>
        <p className="max-w-[64ch] text-ink-2">
          A token bucket for requests and one for tokens, both refilled all the time: a client that takes from both
          before it sends meets no 429.
        </p>
        <StepList
          label={`Settings for ${name}`}
          steps={settings.map(({ label, text, how }) => ({ label, expression: how, value: text }))}
        />
      </div>
      <div>
        {snippets.map(({ label, code }) => (
          <details key={label} className="border-t border-line py-2">
            <summary className="font-semibold">{label}</summary>
            <div className="mt-2">
              <Code label="charge: what the request takes from tokens a minute">{code}</Code>
            </div>
          </details>
        ))}
      </div>
    </RuleLayout>
  );
}
