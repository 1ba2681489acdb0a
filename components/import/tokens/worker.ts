import { countPrompt, encodingOf, readPrompt } from "@/lib/tokens";
import type { PromptTask, PromptReply } from "./messages";
import { loadTokenizer } from "./tokenizers";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<PromptTask>) => void;
  postMessage: (report: PromptReply) => void;
};

scope.onmessage = async ({ data: { text, model } }) => {
  try {
    const { messages, ...prompt } = readPrompt(text);
    const encoding = encodingOf(model ?? prompt.model);
    const count = countPrompt({ ...prompt, messages }, await loadTokenizer(encoding));
    scope.postMessage({ type: "counted", prompt, count, encoding });
  } catch (fault) {
    scope.postMessage({ type: "failed", message: fault instanceof Error ? fault.message : String(fault) });
  }
};
