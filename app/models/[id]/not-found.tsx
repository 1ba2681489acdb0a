import { UnknownModel } from "@/components/models/unknown-model";

export default function NotFound() {
  return <UnknownModel />;
}
