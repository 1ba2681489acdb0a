// npm start: installs and builds what changed since the last time, then serves on PORT or 3000.
// With --dev (npm run dev): the development server instead of a build.
import { createServer } from "node:net";
import { build, install, next, requireNode, run, stop } from "./prepare.mjs";

requireNode();
const port = readPort(process.env.PORT || "3000");
await requireFreePort(port);

const isDevelopment = process.argv.includes("--dev");
await step("npm ci", install);
if (!isDevelopment) await step("next build", build);
// A link with twenty Unicode names is longer than the 16 kB Node reads of a request line by default.
const { code } = await run(process.execPath, [
  "--max-http-header-size=65536",
  next,
  isDevelopment ? "dev" : "start",
  "--port",
  String(port),
]);
process.exit(code ?? 1);

/** @param {string} name @param {typeof install} work */
async function step(name, work) {
  const { ok } = await work();
  if (!ok) stop(`\n${name} failed; the reason is above.`);
}

/** @param {string} text */
function readPort(text) {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(number >= 1 && number <= 65_535)) stop(`PORT is "${text}"; it must be a whole number from 1 to 65535.`);
  return number;
}

/** @param {number} wanted */
async function requireFreePort(wanted) {
  const fault = await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    probe.listen(wanted, () => probe.close(() => resolve(undefined)));
  });
  if (fault === "EADDRINUSE")
    stop(`Port ${wanted} is taken by another program. Choose another: PORT=${wanted + 1} npm start`);
  if (fault === "EACCES") stop(`Port ${wanted} is not open to this user. Choose one above 1023: PORT=3001 npm start`);
  if (fault) stop(`Port ${wanted} cannot be used: ${fault}.`);
}
