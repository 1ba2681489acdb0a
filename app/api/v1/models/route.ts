import { allModels, otherMethods, send } from "@/lib/api";

export const GET = () => send(allModels());
export const HEAD = GET;
export const { OPTIONS, DELETE, PATCH, POST, PUT } = otherMethods("GET", "HEAD");
