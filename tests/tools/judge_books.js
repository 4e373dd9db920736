/*
 * Runs Ace by DAISY on one book after another in one Node and one browser, since starting them costs more than judging a book.
 *
 * Each line of standard input is a book's path, a tab, and the folder its report.json is written to. The line "done" follows on
 * standard output, or "failed" with the reason.
 */
"use strict";

const readline = require("node:readline");
const ace = require("@daisy/ace-core");
const browser = require("@daisy/ace-axe-runner-puppeteer");

const settings = { cwd: process.cwd(), initLogger: true, silent: true, fileName: "ace.log" };

async function main() {
  await browser.launch();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [book, folder] = line.split("\t");
    try {
      await ace(book, { ...settings, outdir: folder }, browser);
      console.log("done");
    } catch (error) {
      console.log(`failed ${String(error && error.message ? error.message : error).split("\n")[0]}`);
    }
  }
  await browser.close();
  process.exit(0);
}

main().catch((error) => {
  console.log(`failed ${error.message.split("\n")[0]}`);
  process.exit(1);
});
