import { noSuchCall, send } from "@/lib/api";

const nothing = ({ url }: Request) => send(noSuchCall(new URL(url).pathname));

export {
  nothing as DELETE,
  nothing as GET,
  nothing as HEAD,
  nothing as OPTIONS,
  nothing as PATCH,
  nothing as POST,
  nothing as PUT,
};
