import { countPrompt, encodingOf, readPrompt } from "@/lib/tokens";
import type { PromptOrder, PromptReport } from "./prompt-messages";
import { loadTokenizer } from "./tokenizers";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<PromptOrder>) => void;
  postMessage: (report: PromptReport) => void;
};

scope.onmessage = async ({ data: { text, model } }) => {
  try {
    const { messages, ...prompt } = readPrompt(text);
    const encoding = encodingOf(model ?? prompt.model);
    const count = countPrompt({ ...prompt, messages }, await loadTokenizer(encoding));
    scope.postMessage({ is: "counted", prompt, count, encoding });
  } catch (fault) {
    scope.postMessage({ is: "failed", message: fault instanceof Error ? fault.message : String(fault) });
  }
};
