import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(/* turbopackIgnore: true */ process.cwd(), ".next/BUILD_ID");
let id: string | undefined;

/** The build that this server serves; HEADROOM_BUILD names another one, for tests of a change of versions. */
export const buildId = (): string =>
  (id ??= process.env["HEADROOM_BUILD"] ?? (existsSync(FILE) ? readFileSync(FILE, "utf8").trim() : "development"));
