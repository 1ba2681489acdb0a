import { MOST_BYTES, otherMethods, send } from "@/lib/api";
import { answerInThread } from "../in-thread";

export const POST = async (request: Request) => send(await answerInThread("range", request, MOST_BYTES));

export const { OPTIONS, DELETE, PATCH, PUT, GET, HEAD } = otherMethods("POST");
