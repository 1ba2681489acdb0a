const ROUTES =
  /^(?:openai|azure|azure_ai|azure_openai|openrouter|litellm_proxy|vercel_ai_gateway|text-completion-openai|responses|batch)\//i;
const LONGEST_NAME = 100;

/** The model without the way it was reached by: `azure/gpt-4o` is gpt-4o. `null` for no name. */
export function modelNamed(name: string): string | null {
  let bare = name.trim();
  while (ROUTES.test(bare)) bare = bare.slice(bare.indexOf("/") + 1);
  return bare === "" ? null : bare.slice(0, LONGEST_NAME);
}
