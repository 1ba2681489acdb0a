const ROUTES =
  /^(?:openai|azure|azure_ai|azure_openai|openrouter|litellm_proxy|vercel_ai_gateway|text-completion-openai|responses|batch)\//i;
const LONGEST_NAME = 100;

/**
 * A model’s name without the router before it: `azure/gpt-4o` is gpt-4o. At most 100 characters; `null` if
 * empty.
 */
export function modelNamed(name: string): string | null {
  let bare = name.trim();
  while (ROUTES.test(bare)) bare = bare.slice(bare.indexOf("/") + 1);
  return bare === "" ? null : bare.slice(0, LONGEST_NAME);
}
