import { MOST_BYTES, otherMethods, send } from "@/lib/api";
import { answerInThread } from "../in-thread";

export const GET = async (request: Request) => send(await answerInThread("compareLink", request, 0));
export const HEAD = GET;
export const POST = async (request: Request) => send(await answerInThread("compare", request, MOST_BYTES));

export const { OPTIONS, DELETE, PATCH, PUT } = otherMethods("GET", "HEAD", "POST");
