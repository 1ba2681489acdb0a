import { oneModel, otherMethods, send } from "@/lib/api";

export const GET = async (_request: Request, { params }: { params: Promise<{ id: string }> }) =>
  send(oneModel((await params).id));
export const HEAD = GET;
export const { OPTIONS, DELETE, PATCH, POST, PUT } = otherMethods("GET", "HEAD");
