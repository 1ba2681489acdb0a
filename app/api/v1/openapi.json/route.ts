import { otherMethods, type Answer } from "@/lib/api";
import { answerInThread } from "../in-thread";
import { sendLasting } from "../lasting";

/** Made once a process: all its schemas take a few hundred milliseconds. */
let made: Answer | undefined;

export async function GET(request: Request) {
  const answer = made ?? (await answerInThread("openapi", request, 0));
  if (answer.status === 200) made = answer;
  return sendLasting(answer, request);
}
export const HEAD = GET;
export const { OPTIONS, DELETE, PATCH, POST, PUT } = otherMethods("GET", "HEAD");
