import { openapi, otherMethods, send } from "@/lib/api";

export const GET = () => send(openapi());
export const HEAD = GET;
export const { OPTIONS, DELETE, PATCH, POST, PUT } = otherMethods("GET", "HEAD");
