// npm run catalogue:refresh: writes the derived files anew from the installed packages, then says where a
// package and the catalogue differ. --on YYYY-MM-DD: the day the packages were read, to write into the files;
// without it, today.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { loadBundle } from "./bundle.mjs";
import { spoken } from "./checks.mjs";
import { dayFrom, root } from "./command.mjs";
import { differences } from "./compare.mjs";
import { reasonOf } from "./explained.mjs";
import { derivedFiles } from "./files.mjs";
import { leftOut } from "./hand-kept.mjs";
import { readPackages } from "./sources.mjs";

const day = dayFrom(process.argv);
const packages = await readPackages(root);
for (const { path, text } of derivedFiles(packages, root, day)) {
  writeFileSync(path, text);
  console.log(`wrote ${relative(root, path)}`);
}

const { catalogue } = await loadBundle({ catalogue: "lib/catalogue" });
console.log("\nDifferent in a package; the catalogue’s own figure stands:");
for (const difference of differences(packages, catalogue.MODELS))
  console.log(`  ${spoken(difference)}. ${reasonOf(difference) ?? "UNEXPLAINED"}`);

const names = [
  ...new Set([...packages.configs.map(({ name }) => name), ...packages.priced.map(({ id }) => id)]),
].sort();
console.log("\nLeft out:");
for (const name of names) if (!catalogue.findModel(name) && leftOut(name)) console.log(`  ${name}: ${leftOut(name)}`);
if (day > catalogue.CHECKED_ON)
  console.log(
    `\nThe packages were read on ${day}, after the catalogue’s own day ${catalogue.CHECKED_ON}: ` +
      "set lib/catalogue/data/checked-on.json once the rest is checked too.",
  );
