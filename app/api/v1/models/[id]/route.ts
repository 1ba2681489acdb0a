import { oneModel, otherMethods } from "@/lib/api";
import { sendLasting } from "../../lasting";

export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  sendLasting(oneModel((await params).id), request);
export const HEAD = GET;
export const { OPTIONS, DELETE, PATCH, POST, PUT } = otherMethods("GET", "HEAD");
