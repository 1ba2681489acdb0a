import { allModels, otherMethods } from "@/lib/api";
import { sendLasting } from "../lasting";

export const GET = (request: Request) => sendLasting(allModels(), request);
export const HEAD = GET;
export const { OPTIONS, DELETE, PATCH, POST, PUT } = otherMethods("GET", "HEAD");
