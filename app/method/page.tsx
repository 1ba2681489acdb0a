import type { Metadata } from "next";
import { MethodPage } from "@/components/method/method-page";

export const metadata: Metadata = {
  title: "Method: how each number is computed",
  description:
    "Every rule behind a Headroom estimate, worked through with real numbers: cost, the three ways a request is charged against TPM, limits, headroom, rounding, and what is not modelled.",
};

export default function Page() {
  return <MethodPage />;
}
