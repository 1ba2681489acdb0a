import Link from "next/link";

export const metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main>
      <h1>There is no page at this address</h1>
      <p>
        <Link href="/">Plan a workload</Link>
      </p>
    </main>
  );
}
